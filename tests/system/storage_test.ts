// deno-lint-ignore-file no-sync-fn-in-async-fn -- tests set their files up as they go
// What Systems do to files: the real one, the one in memory, and one that
// passes on, the same way.
import assert from "node:assert/strict";
import { delegatingSystem } from "../../lib/system/delegating_system.ts";
import { denoSystem } from "../../lib/system/deno_system.ts";
import { memorySystem } from "../../lib/system/memory_system.ts";
import { nodeSystem } from "../../lib/system/node_system.ts";
import { rememberingSystem } from "../../lib/system/remembering_system.ts";
import { type System, SystemError } from "../../lib/system/system.ts";

const POSIX = Deno.build.os !== "windows";
const root = Deno.makeTempDirSync({ prefix: "insomnia-storage-" });
addEventListener("unload", () => Deno.removeSync(root, { recursive: true }));
const base = Deno.realPathSync(root).replaceAll("\\", "/");

/** A system with an empty folder of its own to work in. */
type World = readonly [system: System, ws: string];

let folders = 0;
function realFolder(): string {
  const ws = `${base}/${folders++}`;
  Deno.mkdirSync(ws);
  return ws;
}

const worlds: Readonly<Record<string, () => World>> = {
  denoSystem: () => [denoSystem(), realFolder()],
  nodeSystem: () => [nodeSystem(), realFolder()],
  memorySystem: () => [memorySystem({ directories: ["/ws"] }), "/ws"],
  delegatingSystem: () => [
    delegatingSystem(memorySystem({ directories: ["/ws"] }), {}),
    "/ws",
  ],
  rememberingSystem: () => [rememberingSystem(denoSystem()), realFolder()],
};

const encode = (text: string) => new TextEncoder().encode(text);
const decode = (bytes: Uint8Array) => new TextDecoder().decode(bytes);

async function refused(work: Promise<unknown>): Promise<string> {
  try {
    await work;
  } catch (error) {
    assert(error instanceof SystemError, String(error));
    assert(error.message.length > 0);
    return error.kind;
  }
  return "nothing was refused";
}

for (const [name, world] of Object.entries(worlds)) {
  Deno.test(`${name}.createFile: new and whole, never over something`, async () => {
    const [system, ws] = world();
    await system.createFile(`${ws}/a`, encode("one"), 0o600);
    assert.equal(decode(await system.readFile(`${ws}/a`)), "one");
    if (POSIX) {
      assert.equal((await system.fileInfo(`${ws}/a`))?.mode, 0o600);
    }
    const again = (path: string) =>
      refused(system.createFile(path, encode("")));
    assert.equal(await again(`${ws}/a`), "exists");
    assert.equal(await again(ws), "exists");
    assert.equal(await again(`${ws}/none/a`), "not-found");
    assert.equal(decode(await system.readFile(`${ws}/a`)), "one");
  });

  Deno.test(`${name}.makeDirectory: one, or with those above`, async () => {
    const [system, ws] = world();
    await system.makeDirectory(`${ws}/a`, { mode: 0o700 });
    assert.equal(await refused(system.makeDirectory(`${ws}/a`)), "exists");
    assert.equal(
      await refused(system.makeDirectory(`${ws}/b/c`)),
      "not-found",
    );
    await system.makeDirectory(`${ws}/b/c`, { mode: 0o700, parents: true });
    await system.makeDirectory(`${ws}/b/c`, { parents: true });
    for (const path of ["a", "b", "b/c"]) {
      const info = await system.fileInfo(`${ws}/${path}`);
      assert.equal(info?.kind, "directory", path);
      if (POSIX) assert.equal(info?.mode, 0o700, path);
    }
    await system.createFile(`${ws}/file`, encode(""));
    assert.match(
      await refused(system.makeDirectory(`${ws}/file/x`, { parents: true })),
      /^(not-found|exists)$/,
    );
  });

  Deno.test(`${name}.rename: a file over a file, a folder with what it holds`, async () => {
    const [system, ws] = world();
    await system.createFile(`${ws}/new`, encode("new"));
    await system.createFile(`${ws}/old`, encode("old"));
    const { inode } = (await system.fileInfo(`${ws}/new`))!;
    await system.rename(`${ws}/new`, `${ws}/old`);
    assert.equal(decode(await system.readFile(`${ws}/old`)), "new");
    assert.equal(await system.fileInfo(`${ws}/nothing`), undefined);
    assert.equal(
      await refused(system.rename(`${ws}/new`, `${ws}/x`)),
      "not-found",
    );

    await system.makeDirectory(`${ws}/a/b`, { parents: true });
    await system.createFile(`${ws}/a/b/c`, encode("c"));
    await system.rename(`${ws}/a`, `${ws}/z`);
    assert.equal(decode(await system.readFile(`${ws}/z/b/c`)), "c");
    assert.equal(await refused(system.readFile(`${ws}/a/b/c`)), "not-found");
    await system.makeDirectory(`${ws}/full/x`, { parents: true });
    assert.equal(
      await refused(system.rename(`${ws}/z`, `${ws}/full`)),
      "not-empty",
    );
    assert.equal(
      await refused(system.rename(`${ws}/old`, `${ws}/full`)),
      "is-directory",
    );
    assert.equal(
      await refused(system.rename(`${ws}/z`, `${ws}/z/b/z`)),
      "other",
    );
    const after = await system.fileInfo(`${ws}/old`);
    if (inode !== undefined) assert.equal(after?.inode, inode);
  });

  Deno.test(`${name}.remove: a file, an empty folder, a full one only when said`, async () => {
    const [system, ws] = world();
    await system.makeDirectory(`${ws}/full/inner`, { parents: true });
    await system.createFile(`${ws}/full/file`, encode(""));
    assert.equal(await refused(system.remove(`${ws}/full`)), "not-empty");
    await system.remove(`${ws}/full/inner`);
    await system.remove(`${ws}/full/file`);
    await system.remove(`${ws}/full`);
    assert.equal(await refused(system.remove(`${ws}/full`)), "not-found");
    await system.makeDirectory(`${ws}/tree/inner`, { parents: true });
    await system.remove(`${ws}/tree`, { recursive: true });
    assert.deepEqual(await system.readDirectory(ws), []);
  });

  Deno.test(`${name}.openFile: holds the file, whatever becomes of its name`, async () => {
    const [system, ws] = world();
    await system.createFile(`${ws}/a`, encode("held"));
    await system.createFile(`${ws}/b`, encode("another"));
    {
      using held = await system.openFile(`${ws}/a`);
      assert.equal(decode(await held.read()), "held");
      if (POSIX) await system.rename(`${ws}/b`, `${ws}/a`);
      assert.equal(decode(await held.read()), "held");
      assert.equal(await refused(held.read(3)), "too-large");
      using now = await system.openFile(`${ws}/a`);
      if (POSIX) assert.notEqual(now.inode, held.inode);
      assert.equal(now.inode, (await system.fileInfo(`${ws}/a`))?.inode);
    }
    assert.equal(await refused(system.openFile(`${ws}/none`)), "not-found");
    assert.match(await refused(system.openFile(ws)), /^(other|is-directory)$/);
  });

  Deno.test(`${name}.lock: for one at a time, free again when disposed of`, async () => {
    const [system, ws] = world();
    const path = `${ws}/.lock`;
    // Node has none, and says so.
    if (name === "nodeSystem") {
      assert.equal(await refused(system.lock(path)), "unsupported");
      return;
    }
    {
      using first = await system.lock(path);
      assert(first);
      assert.equal(await system.lock(path), undefined);
      using other = await system.lock(`${ws}/other.lock`);
      assert(other);
    }
    {
      using again = await system.lock(path);
      assert(again);
      // The name is free: whoever locks it now has another file.
      if (POSIX) {
        await system.remove(path);
        using fresh = await system.lock(path);
        assert(fresh);
      }
    }
    assert.equal(await refused(system.lock(`${ws}/none/.lock`)), "not-found");
  });

  Deno.test(`${name}.sync: files and folders, not what is missing`, async () => {
    const [system, ws] = world();
    await system.createFile(`${ws}/a`, encode("a"));
    await system.sync(`${ws}/a`);
    await system.sync(ws);
    assert.equal(await refused(system.sync(`${ws}/none`)), "not-found");
  });

  Deno.test(`${name}.watch: tells what changes until it is stopped`, async () => {
    const [system, ws] = world();
    await system.createFile(`${ws}/a`, encode("a"));
    const stop = new AbortController();
    const seen = new Set<string>();
    const done = (async () => {
      for await (const paths of system.watch([ws], stop.signal)) {
        for (const path of paths) seen.add(path);
        if (seen.has(`${ws}/a`) && seen.has(`${ws}/b`)) stop.abort();
      }
    })();
    // What happens before the watch has begun is not told, so it happens again.
    for (let n = 0; !stop.signal.aborted; n++) {
      await system.writeFile(`${ws}/a`, encode(`changed ${n}`));
      await system.writeFile(`${ws}/b`, encode(`${n}`));
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
    await done;
    assert(seen.has(`${ws}/a`) && seen.has(`${ws}/b`));
    for await (const _ of system.watch([ws], stop.signal)) {
      assert.fail("watched after it was stopped");
    }
  });
}

for (const name of ["denoSystem", "memorySystem"] as const) {
  Deno.test(`${name}.fileInfo: kind, size, owner, identity, links as asked`, {
    ignore: !POSIX,
  }, async () => {
    const ws = realFolder();
    if (name === "denoSystem") {
      Deno.writeTextFileSync(`${ws}/file`, "12345");
      Deno.symlinkSync("file", `${ws}/link`);
      Deno.symlinkSync("none", `${ws}/dangling`);
    }
    const system = name === "denoSystem" ? denoSystem() : memorySystem({
      files: { [`${ws}/file`]: "12345" },
      links: { [`${ws}/link`]: "file", [`${ws}/dangling`]: "none" },
      owners: { "/": Deno.uid()! },
    });
    const file = await system.fileInfo(`${ws}/file`);
    assert.equal(file?.kind, "file");
    assert.equal(file?.size, 5);
    assert.equal(file?.owner, Deno.uid());
    assert.deepEqual(await system.fileInfo(`${ws}/link`), file);
    assert.equal(await system.fileInfo(`${ws}/dangling`), undefined);
    assert.equal((await system.fileInfo(ws))?.size, 0);
    for (const link of ["link", "dangling"]) {
      const info = await system.fileInfo(`${ws}/${link}`, {
        followLinks: false,
      });
      assert.equal(info?.kind, "link", link);
      assert.notEqual(info?.inode, file?.inode);
    }
  });

  Deno.test(`${name}.remove, rename, createFile: a link is meant itself`, {
    ignore: !POSIX,
  }, async () => {
    const ws = realFolder();
    if (name === "denoSystem") {
      Deno.writeTextFileSync(`${ws}/file`, "kept");
      Deno.symlinkSync("file", `${ws}/one`);
      Deno.symlinkSync("file", `${ws}/two`);
      Deno.symlinkSync("none", `${ws}/dangling`);
    }
    const system = name === "denoSystem" ? denoSystem() : memorySystem({
      files: { [`${ws}/file`]: "kept" },
      links: {
        [`${ws}/one`]: "file",
        [`${ws}/two`]: "file",
        [`${ws}/dangling`]: "none",
      },
    });
    await system.remove(`${ws}/one`);
    await system.createFile(`${ws}/new`, encode("new"));
    await system.rename(`${ws}/new`, `${ws}/two`);
    assert.equal(
      await refused(system.createFile(`${ws}/dangling`, encode(""))),
      "exists",
    );
    assert.equal(decode(await system.readFile(`${ws}/file`)), "kept");
    assert.equal(decode(await system.readFile(`${ws}/two`)), "new");
  });
}

Deno.test("memorySystem.fileInfo: owners hold for what is below, the longest path first", async () => {
  const system = memorySystem({
    files: { "/ws/a": "", "/ws/theirs/b": "", "/etc/c": "" },
    owners: { "/ws": 7, "/ws/theirs": 8 },
  });
  const owner = async (path: string) => (await system.fileInfo(path))?.owner;
  assert.equal(await owner("/ws/a"), 7);
  assert.equal(await owner("/ws/theirs"), 8);
  assert.equal(await owner("/ws/theirs/b"), 8);
  assert.equal(await owner("/etc/c"), 1000);
});

Deno.test("denoSystem.createFile: what does not fit is taken away again", {
  ignore: Deno.build.os !== "linux",
}, async () => {
  const ws = realFolder();
  const module = new URL("../../lib/system/deno_system.ts", import.meta.url);
  const body = `
    import { denoSystem } from "${module}";
    await denoSystem().createFile(Deno.args[0], new Uint8Array(1_000_000))
      .catch((e) => console.log(e.kind, e.message));`;
  const source = `data:application/typescript,${encodeURIComponent(body)}`;
  // A limit on the size of files stands in for a full disk.
  const { stdout } = await new Deno.Command("sh", {
    args: [
      "-c",
      `trap "" XFSZ; ulimit -f 100; exec "$0" run -q --no-prompt -A "$1" "$2"`,
      Deno.execPath(),
      source,
      `${ws}/big`,
    ],
    env: { DENO_DIR: `${ws}/none`, DENO_NO_UPDATE_CHECK: "1" },
  }).output();
  assert.equal(decode(stdout), "other file too large\n");
  assert.equal(await denoSystem().stat(`${ws}/big`), undefined);
});

Deno.test("denoSystem.lock: a process that is killed holds none", async () => {
  const ws = realFolder();
  const module = new URL("../../lib/system/deno_system.ts", import.meta.url);
  const body = `
    import { denoSystem } from "${module}";
    const lock = await denoSystem().lock(Deno.args[0]);
    console.log(lock !== undefined);
    setInterval(() => lock, 1000);`;
  const child = new Deno.Command(Deno.execPath(), {
    args: [
      "run",
      "-q",
      "--no-prompt",
      "-A",
      `data:application/typescript,${encodeURIComponent(body)}`,
      `${ws}/.lock`,
    ],
    stdout: "piped",
  }).spawn();
  const reader = child.stdout.getReader();
  assert.equal(decode((await reader.read()).value!), "true\n");
  assert.equal(await denoSystem().lock(`${ws}/.lock`), undefined);
  child.kill("SIGKILL");
  await child.status;
  await reader.cancel();
  using lock = await denoSystem().lock(`${ws}/.lock`);
  assert(lock);
});
