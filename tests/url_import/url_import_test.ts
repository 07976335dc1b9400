import assert from "node:assert/strict";
import { importer, programFrom } from "./importer.ts";
import { serveRepository } from "./serve_repository.ts";

const HERE = new URL("./", import.meta.url);

/** What a program prints when it imports the library from the repository. */
async function printsHere(program: string): Promise<string> {
  const { stdout } = await new Deno.Command(Deno.execPath(), {
    args: [
      "run",
      "-q",
      "--no-prompt",
      new URL(`programs/${program}`, HERE).href,
    ],
  }).output();
  return new TextDecoder().decode(stdout);
}

Deno.test("url import: needs no permission, and no network once it is cached", async () => {
  const expected = await printsHere("everything.ts");
  assert(expected.split("\n").length > 20, "the program runs to its end");
  const run = await (async () => {
    await using server = serveRepository();
    const library = `${server.url}mod.ts`;
    const { deno } = await importer({
      "little.ts": await programFrom("little.ts", library),
      "everything.ts": await programFrom("everything.ts", library),
    });
    const flags = ["-q", "--no-prompt", `--allow-import=${server.host}`];
    const first = await deno("run", ...flags, "little.ts");
    assert.equal(first.code, 0, first.error);
    return () => deno("run", ...flags, "--cached-only", "everything.ts");
  })();
  // The server is gone, and nothing but the version was ever asked for.
  const { code, out, error } = await run();
  assert.equal(code, 0, error);
  assert.equal(out, expected);
});

Deno.test("url import: a lock file pins the sums of what it does not pin itself", async () => {
  await using server = serveRepository();
  const { deno, folder } = await importer({
    "deno.json": "{}",
    "little.ts": await programFrom("little.ts", `${server.url}mod.ts`),
  });
  const run = ["run", "-q", `--allow-import=${server.host}`];
  const first = await deno(...run, "little.ts");
  assert.equal(first.code, 0, first.error);
  const lock = JSON.parse(await Deno.readTextFile(`${folder}/deno.lock`));
  assert(
    `${server.url}lib/resources/resource_digests.generated.ts` in lock.remote,
  );
  assert(`${server.url}lib/lua/evaluation_worker.ts` in lock.remote);
  const second = await deno(...run, "--frozen", "little.ts");
  assert.equal(second.code, 0, second.error);
});

const DAMAGED: readonly {
  readonly file: string;
  readonly change: readonly [from: string, to: string];
  readonly args: readonly string[];
}[] = [
  {
    file: "resources/profiles/coder.lua",
    change: ["coder", "c0der"],
    args: ["resolve", "coder"],
  },
  {
    file: "resources/generated/builtins.json",
    change: ["400000", "400001"],
    args: ["resolve", "return { model = 'codex-oauth/gpt-5.5' }"],
  },
  {
    file: "resources/generated/lua_vm.b64",
    change: ["A", "B"],
    args: ["resolve", "return { model = 'codex-oauth/gpt-5.5' }"],
  },
  {
    file: "resources/generated/lua_vm.b64",
    change: ["A", "B"],
    args: ["evaluate", "return {}"],
  },
  {
    file: "resources/generated/builtins.json",
    change: ["400000", "400001"],
    args: ["evaluate", "return {}"],
  },
];

for (const { file, change: [from, to], args } of DAMAGED) {
  Deno.test(`url import: refuses a changed ${file} (${args[0]})`, async () => {
    let changed = false;
    await using server = serveRepository({
      change: (path, bytes) => {
        if (path !== file) return bytes;
        const text = new TextDecoder().decode(bytes);
        changed = text.includes(from);
        return new TextEncoder().encode(text.replace(from, to));
      },
    });
    const { deno } = await importer({
      "main.ts": await programFrom("one_profile.ts", `${server.url}mod.ts`),
    });
    const { code, out, error } = await deno(
      "run",
      "-q",
      "--no-prompt",
      `--allow-import=${server.host}`,
      "main.ts",
      ...args,
    );
    assert(changed, `${from} is in ${file}`);
    assert.equal(code, 0, error);
    assert.match(out, /^error\[builtin-damaged\]: /);
    assert(out.includes(`${server.url}${file}`), out);
    assert(out.includes(`--reload=${server.url}`), out);
  });
}

Deno.test("url import: a file without --allow-read is refused with the flag's name", async () => {
  await using server = serveRepository();
  const { deno } = await importer({
    "main.ts": await programFrom("one_profile.ts", `${server.url}mod.ts`),
    "coder.lua": `return { model = "codex-oauth/gpt-5.5" }`,
  });
  const run = (...flags: string[]) =>
    deno(
      "run",
      "-q",
      "--no-prompt",
      `--allow-import=${server.host}`,
      ...flags,
      "main.ts",
      "file",
      "./coder.lua",
    );
  const none = await run();
  assert.match(none.out, /^error\[permission-missing\].*--allow-read/);
  const noVariables = await run("--allow-read");
  assert.match(noVariables.out, /^error\[permission-missing\].*--allow-env/);
  const both = await run("--allow-read", "--allow-env");
  assert.match(both.out, /^"sha256:/, both.error);
});

Deno.test("url import: wall worker works with the flag its documentation names", async () => {
  await using server = serveRepository();
  const { deno } = await importer({
    "main.ts": await programFrom("one_profile.ts", `${server.url}mod.ts`),
  });
  const run = (wall: string, ...flags: string[]) =>
    deno(
      "run",
      "-q",
      "--no-prompt",
      `--allow-import=${server.host}`,
      ...flags,
      "main.ts",
      "resolve",
      "coder",
      wall,
    );
  const without = await run("none");
  const within = await run("worker", "--unstable-worker-options");
  assert.match(within.out, /^"sha256:/, within.error);
  assert.equal(within.out, without.out);
  // What its documentation says one sees without the flag: Deno ends the
  // process, which nothing in it can foresee or catch.
  const ended = await run("worker");
  assert.equal(ended.code, 70);
  assert.match(ended.error, /--unstable-worker-options/);
});
