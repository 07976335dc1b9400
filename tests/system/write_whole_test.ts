import assert from "node:assert/strict";
import { denoSystem } from "../../lib/system/deno_system.ts";
import { nodeSystem } from "../../lib/system/node_system.ts";
import { endOfLinks } from "../../lib/system/write_whole.ts";

const TEMPORARY = ".insomnia-profile.00000000-0000-4000-8000-000000000000.tmp";
const HOURS_AGO = new Date(Date.now() - 2 * 3_600_000);

async function namesIn(folder: string): Promise<string[]> {
  const entries = await Array.fromAsync(Deno.readDir(folder));
  return entries.map(({ name }) => name).sort();
}

const bytes = new TextEncoder().encode("new");

for (
  const [name, system] of Object.entries({
    denoSystem: denoSystem(),
    nodeSystem: nodeSystem(),
  })
) {
  Deno.test(`${name}.writeFile: a link stays a link, also one to nothing`, async () => {
    const folder = await Deno.makeTempDir();
    await Deno.mkdir(`${folder}/real`);
    await Deno.writeTextFile(`${folder}/real/there.json`, "old");
    for (const target of ["there.json", "gone.json"]) {
      const link = `${folder}/${target}`;
      await Deno.symlink(`real/${target}`, `${folder}/between-${target}`);
      await Deno.symlink(`between-${target}`, link);
      await system.writeFile(link, bytes);
      assert.ok((await Deno.lstat(link)).isSymlink);
      assert.ok((await Deno.lstat(`${folder}/between-${target}`)).isSymlink);
      assert.equal(await Deno.readTextFile(`${folder}/real/${target}`), "new");
    }
    assert.equal((await namesIn(`${folder}/real`)).length, 2);
    await Deno.remove(folder, { recursive: true });
  });

  Deno.test(`${name}.writeFile: what a killed process left is swept away, and nothing else`, async () => {
    const folder = await Deno.makeTempDir();
    const others = [".insomnia-profile.tmp", "x.tmp"];
    for (const left of [TEMPORARY, ...others]) {
      await Deno.writeTextFile(`${folder}/${left}`, "");
      await Deno.utime(`${folder}/${left}`, HOURS_AGO, HOURS_AGO);
    }
    await system.writeFile(`${folder}/out.json`, bytes);
    assert.deepEqual(
      await namesIn(folder),
      [...others, "out.json"].sort(),
    );
    await Deno.remove(folder, { recursive: true });
  });
}

Deno.test("nodeSystem.writeFile: what somebody may be writing stays", async () => {
  const folder = await Deno.makeTempDir();
  await Deno.writeTextFile(`${folder}/${TEMPORARY}`, "");
  await nodeSystem().writeFile(`${folder}/out.json`, bytes);
  assert.equal((await namesIn(folder)).length, 2);
  await Deno.remove(folder, { recursive: true });
});

Deno.test("endOfLinks: links of links, and in a circle", () => {
  const links: Record<string, string> = {
    "/a/one": "two",
    "/a/two": "/b/three",
    "/c/round": "../c/round",
  };
  const readLink = (path: string) => {
    if (links[path] === undefined) throw new Error("no link");
    return links[path];
  };
  assert.equal(endOfLinks("/a/one", readLink), "/b/three");
  assert.equal(endOfLinks("/a/none", readLink), "/a/none");
  assert.equal(endOfLinks("/c/round", readLink), "/c/round");
});
