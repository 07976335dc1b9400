import assert from "node:assert/strict";
import { pathToFileURL } from "node:url";
import { makeBundle } from "../../scripts/bundle.ts";
import { libraryTypes } from "../../scripts/library_types.ts";
import { PERMISSION_FLAGS } from "../../scripts/compile.ts";
import { folderWith, GIVEN_BUNDLE } from "../cli/run_cli.ts";
import {
  cacheOfThisMachine,
  importer,
  programFrom,
} from "../url_import/importer.ts";
import { serveRepository } from "../url_import/serve_repository.ts";
import * as library from "../../mod.ts";
import { hasPrograms } from "../has_programs.ts";
import { compareWithCommandLine, RUNTIMES } from "./other_runtimes.ts";
import { run, smoke } from "./smoke.ts";

const bundle = GIVEN_BUNDLE ?? folderWith();
if (!GIVEN_BUNDLE) await makeBundle(bundle);
/** The files of the command line. */
const FILES = ["cli.js", "late.js", "lua_vm.bin", "rest.js", "shared.js"];
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

Deno.test("bundle: the entry holds what the most usual start needs, and is small", async () => {
  const alone = folderWith();
  await Deno.copyFile(`${bundle}/cli.js`, `${alone}/cli.js`);
  const { out } = await run(
    { program: Deno.execPath(), env },
    [
      "run",
      "--quiet",
      "--no-config",
      ...PERMISSION_FLAGS,
      "cli.js",
      "default",
      "--pod-name",
      "x",
    ],
    alone,
  );
  assert.equal(JSON.parse(out).pod.name, "x");
  const [entry, shared, late] = await Promise.all(
    ["cli.js", "shared.js", "late.js"].map((file) =>
      Deno.stat(`${bundle}/${file}`)
    ),
  );
  assert(entry!.size * 4 < shared!.size, `${entry!.size} bytes`);
  assert(shared!.size < late!.size, `${shared!.size} bytes`);
  const text = await Deno.readTextFile(`${bundle}/cli.js`);
  assert(!text.includes("catalogSha256"), "the catalog is in the entry");
});

Deno.test("bundle: the same bytes each time", async () => {
  const again = folderWith();
  assert.deepEqual(await makeBundle(again), FILES);
  for (const file of [...FILES, "mod.js"]) {
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

for (const runtime of RUNTIMES) {
  Deno.test({
    name: `mod.js: in ${runtime.name}, the command line's bytes`,
    // Said as ignored where it is not there.
    ignore: Deno.build.os === "windows" || !hasPrograms(runtime.program),
    fn: async () => {
      const { digest } = await library.resolveProfile({
        selector: "./a.lua",
        podName: "demo",
        workspace: "/ws",
        system: library.memorySystem({
          files: { "/ws/a.lua": 'return { model = "codex-oauth/gpt-5" }' },
        }),
      });
      await compareWithCommandLine(runtime, `${bundle}/mod.js`, {
        names: Object.keys(library).sort(),
        digest,
      });
    },
  });
}

Deno.test("mod.d.ts: the types of mod.js, and nothing of Deno's", async () => {
  const types = await libraryTypes();
  assert.doesNotMatch(types, /^import |\bimport\(|: Deno\./m);
  const folder = folderWith({
    "deno.json": "{}",
    "right.ts": `// @ts-types="./mod.d.ts"
import { type PodManifest, resolveProfile } from "./mod.js";
const { manifest } = await resolveProfile({ podName: "demo" });
export const checked: PodManifest = manifest;
`,
    "wrong.ts": `// @ts-types="./mod.d.ts"
import { resolveProfile } from "./mod.js";
await resolveProfile({ podNam: "demo" });
`,
  });
  await Deno.copyFile(`${bundle}/mod.js`, `${folder}/mod.js`);
  await Deno.writeTextFile(`${folder}/mod.d.ts`, types);
  const { success, stderr } = await new Deno.Command(Deno.execPath(), {
    args: ["check", "--quiet", "right.ts", "wrong.ts"],
    cwd: folder,
    env: { NO_COLOR: "1" },
  }).output();
  const said = new TextDecoder().decode(stderr);
  assert(!success && /'podNam' does not exist/.test(said), said);
  assert.doesNotMatch(said, /right\.ts|mod\.d\.ts/);
});
