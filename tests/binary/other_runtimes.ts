import assert from "node:assert/strict";
import { folderWith, runCli } from "../cli/run_cli.ts";

/** A runtime that the library runs in beside Deno. */
export interface Runtime {
  readonly name: string;
  readonly program: string;
  readonly before: readonly string[];
}

/** Bun comes from npm, as Deno itself does for who has only Node. */
export const RUNTIMES: readonly Runtime[] = [
  { name: "Node", program: "node", before: [] },
  { name: "Bun", program: "npx", before: ["-y", "bun@1.4.5"] },
];

/** Profiles whose answers are compared with the command line's. */
const SELECTORS: readonly string[] = [
  "builtin:default",
  "project:coder",
  "project:data",
  "project:wrong",
  "project:gone",
  "nobody",
];

/** A project of Node: its own package, and another in `node_modules`. */
const PROJECT = {
  "package.json": `{ "name": "app", "private": true, "type": "module" }`,
  "node_modules/left/package.json":
    `{ "name": "left", "type": "module", "exports": "./left.js" }`,
  "node_modules/left/left.js": `export const workspace = process.cwd();\n`,
  ".insomnia/profiles.toml": `[profile]
coder = "coder.lua"
data = "data.json"
wrong = "wrong.lua"
gone = "gone.lua"
`,
  ".insomnia/coder.lua": `local models = require("insomnia.models")
local shared = require("shared")
return profile { model = models.catalog("codex-oauth/gpt-5.5", shared), description = "Übung" }
`,
  ".insomnia/shared.lua": `return { quality = "high" }\n`,
  ".insomnia/data.json": `{ "model": "codex-oauth/gpt-5.5" }`,
  ".insomnia/wrong.lua":
    `return { modle = "codex-oauth/gpt-5.5", worker = { max_turns = 0.5 } }\n`,
  "main.js": `import { workspace } from "left";
import * as library from "./mod.js";

const { nodeSystem, memorySystem, printManifest, renderDiagnostics } = library;
const answers = [];
for (const selector of ${JSON.stringify(SELECTORS)}) {
  const options = { selector, podName: "demo", workspace };
  try {
    const { manifest, warnings } = await library.resolveProfile(options);
    const again = await library.resolveProfile({ ...options, system: nodeSystem() });
    answers.push({
      out: printManifest(manifest, "json"),
      error: renderDiagnostics(warnings, "human", { cwd: workspace }),
      code: 0,
      same: again.digest === (await library.resolveProfile(options)).digest,
    });
  } catch (error) {
    if (!(error instanceof library.ProfileError)) throw error;
    answers.push({
      out: "",
      error: renderDiagnostics(error.diagnostics, "human", { cwd: workspace }),
      code: error.exitCode,
      same: true,
    });
  }
}
const inMemory = await library.resolveProfile({
  selector: "./a.lua",
  podName: "demo",
  workspace: "/ws",
  system: memorySystem({ files: { "/ws/a.lua": 'return { model = "codex-oauth/gpt-5" }' } }),
});
const refused = await library.resolveProfile({
  selector: "project:coder", podName: "demo", workspace, wall: "worker",
}).then(() => "nothing", (error) => error.code);
const evaluated = library.evaluateLua("return { 1, 2 + 3 }");
const pods = await new library.PodStore().list();
console.log(JSON.stringify({
  answers, inMemory: inMemory.digest, refused, evaluated, pods, names: Object.keys(library).sort(),
}));
`,
};

/**
 * Holds a runtime's answers, byte for byte, against the command line's.
 *
 * @param library absolute path of `mod.js`
 * @param expected what Deno says of the library: its names, and a digest
 */
export async function compareWithCommandLine(
  { program, before }: Runtime,
  library: string,
  expected: { readonly names: readonly string[]; readonly digest: string },
): Promise<void> {
  const cwd = folderWith(PROJECT);
  await Deno.copyFile(library, `${cwd}/mod.js`);
  const env = { HOME: cwd, PATH: Deno.env.get("PATH") ?? "" };
  const { code, stdout, stderr } = await new Deno.Command(program, {
    args: [...before, "main.js"],
    cwd,
    // npm keeps what it downloads in the real home.
    env: { ...env, npm_config_cache: npmCache() },
    clearEnv: true,
  }).output();
  const said = new TextDecoder().decode(stderr).slice(-2000);
  assert.equal(code, 0, said);
  const told = JSON.parse(new TextDecoder().decode(stdout));
  for (const [at, selector] of SELECTORS.entries()) {
    const { out, error, code } = await runCli(
      [selector, "--pod-name", "demo"],
      { cwd, env: { HOME: cwd } },
    );
    assert.deepEqual(
      told.answers[at],
      { out, error, code, same: true },
      selector,
    );
  }
  assert.equal(told.inMemory, expected.digest);
  assert.deepEqual(told.names, expected.names);
  assert.deepEqual(told.evaluated, [1, 5]);
  assert.deepEqual(told.pods, []);
  assert.equal(told.refused, "permission-missing");
}

function npmCache(): string {
  return Deno.env.get("npm_config_cache") ??
    `${Deno.env.get("HOME") ?? "/tmp"}/.npm`;
}
