// deno-lint-ignore-file no-sync-fn-in-async-fn -- tests set their files up as they go
import assert from "node:assert/strict";
import { denoSystem } from "../../lib/system/deno_system.ts";
import { SystemError } from "../../lib/system/system.ts";

/** Runs a module text in a process of its own; Deno's flags come first. */
async function run(flags: string[], body: string, stdin = "") {
  const module = `
    import { denoSystem } from "${new URL(
    "../../lib/system/deno_system.ts",
    import.meta.url,
  )}";
    import { giveUpPermissions } from "${new URL(
    "../../lib/system/give_up_permissions.ts",
    import.meta.url,
  )}";
    const system = denoSystem();
    ${body}`;
  const child = new Deno.Command(Deno.execPath(), {
    args: [
      "run",
      "-q",
      "--no-prompt",
      ...flags,
      `data:application/typescript,${encodeURIComponent(module)}`,
    ],
    stdin: "piped",
    stdout: "piped",
    stderr: "piped",
  }).spawn();
  const writer = child.stdin.getWriter();
  await writer.write(new TextEncoder().encode(stdin));
  await writer.close();
  const { stdout, stderr } = await child.output();
  const decode = (bytes: Uint8Array) => new TextDecoder().decode(bytes);
  return decode(stdout) + decode(stderr);
}

Deno.test("denoSystem: a missing permission is named", {
  permissions: { read: false, env: false, write: false },
}, async () => {
  const system = denoSystem();
  for (
    const [ask, permission] of [
      [() => system.readFile("/etc/hostname"), "read"],
      [() => system.stat("/etc/hostname"), "read"],
      [() => system.realPath("/etc"), "read"],
      // deno-lint-ignore require-await
      [async () => system.env("HOME"), "env"],
      [() => system.writeFile("/tmp/x", new Uint8Array()), "read"],
    ] as const
  ) {
    await assert.rejects(ask, (error) => {
      assert(error instanceof SystemError);
      assert.equal(error.kind, "not-permitted");
      assert.match(error.message, new RegExp(`^requires ${permission} access`));
      assert.match(error.message, new RegExp(`--allow-${permission}`));
      return true;
    });
  }
});

Deno.test("denoSystem.readFile: what the operating system denies", {
  ignore: Deno.build.os === "windows" || Deno.uid() === 0,
}, async () => {
  const path = Deno.makeTempFileSync();
  try {
    Deno.chmodSync(path, 0);
    await assert.rejects(
      denoSystem().readFile(path),
      { kind: "denied", message: "permission denied" },
    );
  } finally {
    Deno.removeSync(path);
  }
});

Deno.test("denoSystem.readFile: a file whose size is not known before", {
  ignore: Deno.build.os !== "linux",
}, async () => {
  const bytes = await denoSystem().readFile("/proc/self/status");
  assert.match(new TextDecoder().decode(bytes), /^Name:/);
});

Deno.test(
  "denoSystem.writeFile: keeps the mode and the link of what it replaces",
  {
    ignore: Deno.build.os === "windows",
  },
  async () => {
    const directory = Deno.makeTempDirSync();
    try {
      Deno.writeTextFileSync(`${directory}/real`, "old", { mode: 0o640 });
      Deno.chmodSync(`${directory}/real`, 0o640);
      Deno.symlinkSync("real", `${directory}/link`);
      await denoSystem().writeFile(`${directory}/link`, new Uint8Array([65]));
      assert.equal(Deno.readTextFileSync(`${directory}/real`), "A");
      assert.equal(Deno.statSync(`${directory}/real`).mode! & 0o777, 0o640);
      assert(Deno.lstatSync(`${directory}/link`).isSymlink);
    } finally {
      Deno.removeSync(directory, { recursive: true });
    }
  },
);

Deno.test("denoSystem.writeFile: a device is written to, not replaced", {
  ignore: Deno.build.os === "windows",
}, async () => {
  await denoSystem().writeFile("/dev/null", new Uint8Array([65]));
  assert(!Deno.statSync("/dev/null").isFile);
});

Deno.test("denoSystem.readStdin: all of it, up to the limit", async () => {
  const text = "é".repeat(100_000);
  const count = `console.log((await system.readStdin()).length)`;
  assert.equal(await run([], count, text), "200000\n");
  const limited = `console.log(
    await system.readStdin(1000).catch((e) => e.kind + " " + e.path))`;
  // Small enough for the pipe: the reader stops half-way.
  assert.equal(
    await run([], limited, "x".repeat(2000)),
    "too-large <stdin>\n",
  );
});

Deno.test("giveUpPermissions: nothing is left, also after -A", async () => {
  const body = `
    giveUpPermissions();
    const states = ["read", "write", "net", "env", "run", "ffi", "sys", "import"]
      .map((name) => Deno.permissions.querySync({ name } as Deno.PermissionDescriptor).state);
    console.log(new Set(states).has("granted"));
    console.log(await system.readFile("/etc/hosts").catch((e) => e.kind));`;
  assert.equal(await run(["-A"], body), "false\nnot-permitted\n");
});
