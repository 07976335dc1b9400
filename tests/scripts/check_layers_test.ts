import assert from "node:assert/strict";
import { checkLayers } from "../../scripts/check_layers.ts";
import { withTree } from "./with_tree.ts";

/** A tree that keeps every rule; each row of the table breaks one of them. */
const SOUND: Readonly<Record<string, string>> = {
  "mod.ts":
    `export { type Data, parse } from "./lib/base/data.ts";\nexport { CODES } from "./lib/base/diagnostic_codes.ts";\nexport { run } from "./lib/api/pipeline.ts";`,
  "cli.ts": `import { main } from "./lib/cli/main.ts";\nmain();`,
  "lib/base/data.ts":
    `export interface Data {}\nexport function parse() {}\nexport const hidden = 1;`,
  "lib/base/diagnostic_codes.ts": `export const CODES = 1;`,
  "lib/resources/builtin_resources.ts":
    `export const text = () => import("../../resources/a.lua", { with: { type: "text" } });`,
  "resources/a.lua": `return 1`,
  "lib/schema/model.ts":
    `import { z } from "npm:zod@4.6.7";\nexport interface Model {}\nexport const ModelSchema = z.object({});`,
  "lib/profile/profile.ts":
    `import { ModelSchema } from "../schema/model.ts";\nexport const ProfileSchema = ModelSchema;`,
  "lib/print/table.ts":
    `import type { Model } from "../schema/model.ts";\nexport const table = (m: Model) => m;`,
  "lib/api/pipeline.ts":
    `import { text } from "../resources/builtin_resources.ts";\nimport type { Data } from "../base/data.ts";\nexport const run = (data: Data) => [text, data];`,
  "lib/system/deno_system.ts": `export const cwd = () => Deno.cwd();`,
  "lib/cli/main.ts":
    `import { CODES } from "../base/diagnostic_codes.ts";\nimport { resolve } from "./isolation/resolve.ts";\nimport type { Data } from "../base/data.ts";\nexport const main = async () => { const { parse } = await import("../base/data.ts"); return [CODES, resolve, parse, {} as Data]; };`,
  "lib/cli/isolation/resolve.ts":
    `export { run as resolve } from "../../api/pipeline.ts";`,
};

const BROKEN: readonly {
  readonly rule: string;
  readonly files: Readonly<Record<string, string>>;
  readonly problem: RegExp;
}[] = [
  {
    rule: "an earlier part may not import a later one",
    files: {
      "lib/base/early.ts": `export { table } from "../print/table.ts";`,
    },
    problem:
      /^lib\/base\/early\.ts:1: `base` may not import `print` \(lib\/print\/table\.ts\)/,
  },
  {
    rule: "a type-only import is an import",
    files: {
      "lib/lua/a.ts": `import type { Model } from "../schema/model.ts";
export type X = Model;`,
    },
    problem: /^lib\/lua\/a\.ts:1: `lua` may not import `schema`/,
  },
  {
    rule: "a dynamic import is an import",
    files: {
      "lib/catalog/a.ts": `export const load = () => import("../lua/vm.ts");`,
      "lib/lua/vm.ts": `export const vm = 1;`,
    },
    problem: /^lib\/catalog\/a\.ts:1: `catalog` may not import `lua`/,
  },
  {
    rule: "a new folder needs a row in the table",
    files: { "lib/misc/a.ts": `import "../base/data.ts";` },
    problem: /^lib\/misc\/a\.ts:1: .* belongs to no part of MAY_IMPORT/,
  },
  {
    rule: "a loose file in lib/ belongs nowhere",
    files: { "lib/loose.ts": `import "./base/data.ts";` },
    problem: /^lib\/loose\.ts:1: .* belongs to no part of MAY_IMPORT/,
  },
  {
    rule: "only few files import resources/",
    files: {
      "lib/lua/a.ts":
        `export const text = () => import("../../resources/a.lua", { with: { type: "text" } });`,
    },
    problem: /^lib\/lua\/a\.ts:1: only lib\/resources\/builtin_resources\.ts,/,
  },
  {
    rule: "no package loads with the command line",
    files: {
      "lib/cli/a.ts":
        `import { ModelSchema } from "../schema/model.ts";\nexport const m = ModelSchema;`,
      "mod.ts": `${
        SOUND["mod.ts"]
      }\nexport { ModelSchema } from "./lib/schema/model.ts";`,
    },
    problem:
      /^lib\/schema\/model\.ts:1: `npm:zod@4\.6\.7` loads together with lib\/cli\/a\.ts/,
  },
  {
    rule: "a package is pinned",
    files: { "lib/catalog/a.ts": `import "npm:smol-toml@^1.9.1";` },
    problem: /^lib\/catalog\/a\.ts:1: .* is not pinned to one version/,
  },
  {
    rule: "a package is used in at most three files",
    files: Object.fromEntries(
      ["a", "b", "c", "d"].map((
        name,
      ) => [`lib/catalog/${name}.ts`, `import "npm:smol-toml@1.9.1";`]),
    ),
    problem: /^lib\/catalog\/d\.ts:1: `smol-toml` is used in more than three/,
  },
  {
    rule: "packages come from npm",
    files: { "lib/catalog/a.ts": `import "node:path";` },
    problem: /^lib\/catalog\/a\.ts:1: `node:path` costs/,
  },
  {
    rule: "only lib/system names Deno",
    files: {
      "lib/base/a.ts": `// Deno is fine here\n\nexport const d = Deno;`,
    },
    problem: /^lib\/base\/a\.ts:3: `Deno`: the outside world/,
  },
  {
    rule: "names that are slow at start are barred",
    files: {
      "lib/base/a.ts": `export const f = (a: string) => a.localeCompare("b");`,
    },
    problem: /^lib\/base\/a\.ts:1: `localeCompare`/,
  },
  ...[
    "let a = 1;",
    "export let a: number;",
    "const a = new Map<string, number>();",
    "export const a: Set<number> = new Set();",
  ].map((text) => ({
    rule: `a module has no state: ${text}`,
    files: {
      "lib/base/a.ts":
        `const b = new Set([1]);\nconst C: ReadonlyMap<1, 2> = new Map();\n${text}`,
    },
    problem: /^lib\/base\/a\.ts:3: `state of a module`/,
  })),
  {
    rule: "the command line imports only what mod.ts exports",
    files: {
      "lib/cli/a.ts":
        `import { hidden } from "../base/data.ts";\nexport const x = hidden;`,
    },
    problem:
      /^lib\/cli\/a\.ts:1: mod\.ts does not export `hidden` from `lib\/base\/data\.ts`/,
  },
  {
    rule: "also when it imports late",
    files: {
      "lib/cli/a.ts":
        `export const f = async () => { const { hidden } = await import("../base/data.ts"); return hidden; };`,
    },
    problem: /^lib\/cli\/a\.ts:1: mod\.ts does not export `hidden`/,
  },
  {
    rule: "also when it takes one name of a late import",
    files: {
      "lib/cli/a.ts":
        `export const f = async () => (await import("../base/data.ts")).hidden;`,
    },
    problem: /^lib\/cli\/a\.ts:1: mod\.ts does not export `hidden`/,
  },
  {
    rule: "an import that Deno does not see is refused",
    files: {
      "lib/base/a.ts":
        `export const f = () => import(import.meta.resolve("./data.ts"));`,
    },
    problem: /^lib\/base\/a\.ts:1: `import\.meta\.resolve`/,
  },
  {
    rule: "only the door runs profiles",
    files: {
      "lib/cli/a.ts":
        `export const f = async () => (await import("../api/pipeline.ts")).run;`,
    },
    problem: /^lib\/cli\/a\.ts:1: only `lib\/cli\/isolation\/` runs profiles/,
  },
  {
    rule: "an import whose names cannot be read is refused",
    files: {
      "lib/cli/a.ts":
        `import * as all from "../base/data.ts";\nexport const x = all;`,
    },
    problem: /^lib\/cli\/a\.ts:1: the names taken from .* cannot be read/,
  },
];

async function problemsOf(
  files: Readonly<Record<string, string>>,
): Promise<string[]> {
  const problems = await withTree(files, checkLayers);
  return problems.map(({ file, line, message }) =>
    `${file}:${line}: ${message}`
  );
}

Deno.test("checkLayers: a sound tree has no problem", async () => {
  assert.deepEqual(await problemsOf(SOUND), []);
});

for (const { rule, files, problem } of BROKEN) {
  Deno.test(`checkLayers: ${rule}`, async () => {
    const problems = await problemsOf({ ...SOUND, ...files });
    assert.equal(problems.length, 1, problems.join("\n"));
    assert.match(problems[0]!, problem);
  });
}
