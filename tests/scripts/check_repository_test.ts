import assert from "node:assert/strict";
import { checkRepository } from "../../scripts/check_repository.ts";
import { withTree } from "./with_tree.ts";

const SOUND: Readonly<Record<string, string>> = {
  "deno.json": `{ "version": "1.2.3" }`,
  "lib/base/version.ts": `export const VERSION = "1.2.3";\n`,
  "action.yml": "inputs:\n  version:\n    description: x\n    default: 1.2.3\n",
  "tests/fast_check.ts": 'export { default } from "npm:' + 'fast-check@4";\n',
  "docs/b.md": "https://raw.githubusercontent.com/a/b/v1.2.3/cli.ts",
  "tests/cases/scope/narrow/profile.lua": "return {}\n",
  "tests/cases/scope/narrow/expected.json": "{}\n",
  "resources/generated/vm.b64": ["TO", "DO"].join(""),
};

// Written in pieces: this file is checked too.
const BROKEN: readonly [string, Record<string, string>, RegExp][] = [
  [
    "a machine path",
    { "docs/a.md": "one\nsee /" + "root/x" },
    /^docs\/a\.md:2: a path of/,
  ],
  [
    "a registry host",
    { "a.md": "registry." + "npmjs.org" },
    /^a\.md:1: the host of/,
  ],
  [
    "how the text was made",
    { "a.md": "in this " + "session" },
    /^a\.md:1: a word about/,
  ],
  [
    "a mark left behind",
    { "lib/a.ts": "// TO" + "DO later" },
    /^lib\/a\.ts:1: a mark left/,
  ],
  [
    "a property whose values nobody can repeat",
    { "tests/a_test.ts": 'import fc from "npm:' + 'fast-check@4.10.2";' },
    /^tests\/a_test\.ts:1: fast-check without the seed/,
  ],
  [
    "two versions",
    { "deno.json": `{ "version": "1.2.4" }` },
    /1\.2\.3, deno\.json says 1\.2\.4/,
  ],
  [
    "an action that installs another version",
    {
      "action.yml":
        "inputs:\n  version:\n    description: x\n    default: 1.2.2\n",
    },
    /action\.yml says 1\.2\.2/,
  ],
  [
    "an address of another version",
    { "docs/a.md": "https://raw.githubusercontent.com/a/b/v1.2.2/cli.ts" },
    /docs\/a\.md says 1\.2\.2/,
  ],
  [
    "an orphan expected file",
    { "tests/cases/scope/gone/expected.json": "{}" },
    /^tests\/cases\/scope\/gone: expected files, but nothing to run/,
  ],
];

const report = (files: Readonly<Record<string, string>>) =>
  withTree(files, checkRepository);

Deno.test("checkRepository: a sound tree has no problem", async () => {
  assert.deepEqual(await report(SOUND), { problems: [], notes: [] });
});

for (const [what, files, problem] of BROKEN) {
  Deno.test(`checkRepository: finds ${what}`, async () => {
    const { problems } = await report({ ...SOUND, ...files });
    assert.equal(problems.length, 1, problems.join("\n"));
    assert.match(problems[0]!, problem);
  });
}

Deno.test("checkRepository: notes a long source file, not a long test", async () => {
  const long = "\n".repeat(251);
  const { problems, notes } = await report({
    ...SOUND,
    "lib/long.ts": long,
    "tests/long_test.ts": long,
  });
  assert.deepEqual(problems, []);
  assert.deepEqual(notes, [
    "lib/long.ts: 251 lines: is there a second idea in it?",
  ]);
});
