import assert from "node:assert/strict";
import { pathToFileURL } from "node:url";
import { makeBundle } from "../../scripts/bundle.ts";
import { PERMISSION_FLAGS } from "../../scripts/compile.ts";
import { folderWith } from "../cli/run_cli.ts";
import {
  cacheOfThisMachine,
  importer,
  programFrom,
} from "../url_import/importer.ts";
import { serveRepository } from "../url_import/serve_repository.ts";
import { run, smoke } from "./smoke.ts";

const bundle = folderWith();
const files = await makeBundle(bundle);
/** All of the environment: the bundle has no package to load, Deno has code to keep. */
const env = { DENO_DIR: await cacheOfThisMachine() };

Deno.test("bundle: does the work of the source", (t) =>
  smoke(t, {
    program: Deno.execPath(),
    before: [
      "run",
      "--quiet",
      "--no-config",
      "--cached-only",
      "--unstable-worker-options",
      ...PERMISSION_FLAGS,
      `${bundle}/cli.js`,
    ],
    env,
  }));

/** The one file of the command line that has a text in it. */
async function fileWith(text: string): Promise<string> {
  const found: string[] = [];
  for (const file of files.filter((file) => file.endsWith(".js"))) {
    const code = await Deno.readTextFile(`${bundle}/${file}`);
    if (code.includes(text)) found.push(file);
  }
  assert.equal(found.length, 1, `${found} have ${text}`);
  return found[0]!;
}

for (
  const [what, text, most] of [
    ["a start", "Deno.args", 3],
    ["a profile that is code", "lua_vm.bin", 3],
    ["an explanation", "LATE_PARTS", 6],
  ] as const
) {
  Deno.test(`bundle: ${what} loads few of its files`, async () => {
    const file = await fileWith(text);
    const { out } = await run(
      { program: Deno.execPath(), env },
      ["info", "--json", "--no-config", `${bundle}/${file}`],
      bundle,
    );
    const { modules }: { readonly modules: readonly unknown[] } = JSON.parse(
      out,
    );
    assert(modules.length <= most, `${modules.length} modules`);
  });
}

Deno.test("bundle: the same bytes each time", async () => {
  const again = folderWith();
  assert.deepEqual(await makeBundle(again), files);
  for (const file of [...files, "mod.js"]) {
    const text = await Deno.readTextFile(`${bundle}/${file}`);
    // Bundled in folders of random names, so none is in it.
    assert(await Deno.readTextFile(`${again}/${file}`) === text, file);
  }
});

/** What a program prints that imports a module as the library. */
async function prints(
  program: string,
  library: string,
  flags: readonly string[],
  ...args: readonly string[]
): Promise<string> {
  const { deno } = await importer({
    "main.ts": await programFrom(program, library),
  });
  const run = await deno(
    "run",
    "-q",
    "--no-prompt",
    ...flags,
    "main.ts",
    ...args,
  );
  assert.equal(run.code, 0, run.error);
  return run.out;
}

Deno.test("mod.js: all of the library in one file, without a permission", async () => {
  await using server = serveRepository({ folder: bundle });
  const source = new URL("../../mod.ts", import.meta.url).href;
  const expected = await prints("everything.ts", source, []);
  assert.match(expected, /"evaluate":/);
  const file = pathToFileURL(`${bundle}/mod.js`).href;
  assert.equal(await prints("everything.ts", file, []), expected);
  const remote = [`--allow-import=${server.host}`];
  assert.equal(
    await prints("everything.ts", `${server.url}mod.js`, remote),
    expected,
  );
});

Deno.test("mod.js: wall worker needs no other file", async () => {
  await using server = serveRepository({ folder: bundle });
  const flags = [`--allow-import=${server.host}`, "--unstable-worker-options"];
  const library = `${server.url}mod.js`;
  const resolve = (wall: string) =>
    prints("one_profile.ts", library, flags, "resolve", "coder", wall);
  const walled = await resolve("worker");
  assert.match(walled, /^"sha256:/);
  assert.equal(walled, await resolve("none"));
});
