// Both Systems answer the same questions the same way.
import assert from "node:assert/strict";
import { denoSystem } from "../../lib/system/deno_system.ts";
import { memorySystem } from "../../lib/system/memory_system.ts";
import { nodeSystem } from "../../lib/system/node_system.ts";
import { type System, SystemError } from "../../lib/system/system.ts";

const root = Deno.makeTempDirSync({ prefix: "insomnia-systems-" });
addEventListener("unload", () => Deno.removeSync(root, { recursive: true }));
const ws = `${Deno.realPathSync(root).replaceAll("\\", "/")}/ws`;

const files = {
  [`${ws}/coder.lua`]: "return {}",
  [`${ws}/shared/models.lua`]: "return { 1 }",
  [`${ws}/empty.lua`]: "",
  [`${ws}/large.lua`]: "x".repeat(200_000),
};
const links = {
  [`${ws}/link.lua`]: "shared/models.lua",
  [`${ws}/away`]: `${ws}/shared`,
  [`${ws}/dangling.lua`]: "nowhere.lua",
  [`${ws}/loop.lua`]: "loop.lua",
};

for (const [path, text] of Object.entries(files)) {
  Deno.mkdirSync(path.slice(0, path.lastIndexOf("/")), { recursive: true });
  Deno.writeTextFileSync(path, text);
}
for (const [path, target] of Object.entries(links)) {
  Deno.symlinkSync(target, path);
}

const systems: Record<string, System> = {
  denoSystem: denoSystem(),
  nodeSystem: nodeSystem(),
  memorySystem: memorySystem({ files, links, cwd: ws }),
};

async function refused(work: Promise<unknown>): Promise<string> {
  try {
    await work;
  } catch (error) {
    assert(error instanceof SystemError, String(error));
    return `${error.kind}: ${error.message}`;
  }
  return "nothing was refused";
}

const decode = (bytes: Uint8Array) => new TextDecoder().decode(bytes);

for (const [name, system] of Object.entries(systems)) {
  Deno.test(`${name}.stat: files, directories, links followed, nothing`, async () => {
    for (
      const [path, kind] of [
        ["coder.lua", "file"],
        ["link.lua", "file"],
        ["shared", "directory"],
        ["away", "directory"],
        ["away/models.lua", "file"],
        [".", "directory"],
        ["dangling.lua", undefined],
        ["none.lua", undefined],
        ["coder.lua/below", undefined],
        ["none/none.lua", undefined],
      ] as const
    ) assert.equal(await system.stat(`${ws}/${path}`), kind, path);
  });

  Deno.test(`${name}.readFile: the bytes, also through links`, async () => {
    for (
      const [path, text] of [
        ["coder.lua", "return {}"],
        ["link.lua", "return { 1 }"],
        ["away/models.lua", "return { 1 }"],
        ["empty.lua", ""],
        ["large.lua", "x".repeat(200_000)],
      ] as const
    ) assert.equal(decode(await system.readFile(`${ws}/${path}`)), text, path);
  });

  Deno.test(`${name}.readFile: refuses with its reason`, async () => {
    for (
      const [path, expected] of [
        ["none.lua", "not-found: no such file or directory"],
        ["dangling.lua", "not-found: no such file or directory"],
        ["shared", "is-directory: is a directory"],
        ["loop.lua", "other: too many levels of symbolic links"],
      ] as const
    ) {
      assert.equal(
        await refused(system.readFile(`${ws}/${path}`)),
        expected,
        path,
      );
    }
  });

  Deno.test(`${name}.readFile: a file of exactly the limit, and one beyond`, async () => {
    const bytes = await system.readFile(`${ws}/coder.lua`, 9);
    assert.equal(bytes.length, 9);
    assert.equal(
      await refused(system.readFile(`${ws}/coder.lua`, 8)),
      "too-large: larger than 8 bytes",
    );
  });

  Deno.test(`${name}.readDirectory: names, kinds, links as links`, async () => {
    const entries = await system.readDirectory(ws);
    const lines = entries.map((e) => `${e.name} ${e.kind}`).sort();
    assert.deepEqual(lines, [
      "away link",
      "coder.lua file",
      "dangling.lua link",
      "empty.lua file",
      "large.lua file",
      "link.lua link",
      "loop.lua link",
      "shared directory",
    ]);
    assert.match(await refused(system.readDirectory(`${ws}/none`)), /^not-f/);
    assert.equal(
      await refused(system.readDirectory(`${ws}/coder.lua`)),
      "other: not a directory",
    );
  });

  Deno.test(`${name}.realPath: without links`, async () => {
    assert.equal(
      await system.realPath(`${ws}/away/models.lua`),
      `${ws}/shared/models.lua`,
    );
    assert.match(await refused(system.realPath(`${ws}/none`)), /^not-found/);
    assert.match(
      await refused(system.realPath(`${ws}/dangling.lua`)),
      /^not-found/,
    );
  });

  Deno.test(`${name}.writeFile: new, replaced, through a link`, async () => {
    const write = (path: string, text: string) =>
      system.writeFile(`${ws}/shared/${path}`, new TextEncoder().encode(text));
    const read = async (path: string) =>
      decode(await system.readFile(`${ws}/${path}`));
    await write("out.json", "one");
    assert.equal(await read("shared/out.json"), "one");
    await write("out.json", "two");
    assert.equal(await read("away/out.json"), "two");
    await write("models.lua", "return { 1 }");
    assert.equal(await read("link.lua"), "return { 1 }");
    const names = (await system.readDirectory(`${ws}/shared`)).map((e) =>
      e.name
    );
    assert.deepEqual(names.sort(), ["models.lua", "out.json"]);
  });

  Deno.test(`${name}.writeFile: refuses a directory and a missing one`, async () => {
    const bytes = new Uint8Array();
    assert.equal(
      await refused(system.writeFile(`${ws}/shared`, bytes)),
      "is-directory: is a directory",
    );
    assert.equal(
      await refused(system.writeFile(`${ws}/none/x`, bytes)),
      "not-found: no such file or directory",
    );
  });
}

for (const [name, system] of Object.entries(systems).slice(0, 2)) {
  Deno.test(`${name}.wait: 0 lets a message through, more takes its time`, async () => {
    const { port1, port2 } = new MessageChannel();
    let isHere = false;
    port1.onmessage = () => isHere = true;
    port2.postMessage("x");
    await system.wait(0);
    port1.close();
    port2.close();
    assert.ok(isHere);
    const start = performance.now();
    await system.wait(20);
    assert.ok(performance.now() - start > 19);
  });
}
