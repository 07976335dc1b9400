import assert from "node:assert/strict";
import { executableName, TARGETS } from "../../../scripts/compile.ts";
import { DENO_VERSION } from "../../../scripts/pinned_deno.ts";

const read = (path: string) =>
  Deno.readTextFile(new URL(`../../../${path}`, import.meta.url));

/** What the groups of a pattern match, in the order of the text. */
const all = (pattern: RegExp, text: string) =>
  [...text.matchAll(pattern)].map(([, group]) => group);

Deno.test("release: every target is compiled, tried on its own kind and can be installed", async () => {
  const workflow = await read(".github/workflows/release.yml");
  const tried = all(/target: ([\w-]+)/g, workflow);
  assert.deepEqual(tried.sort(), [...TARGETS].sort());
  const installer = await read("scripts/release/install.sh");
  const installed = all(/echo (\w+-\w+-[\w-]+) ;;/g, installer);
  const unix = TARGETS.filter((target) => !target.includes("windows"));
  assert.deepEqual(installed.sort(), unix.sort());
});

Deno.test("release: one version of Deno everywhere", async () => {
  for (
    const path of [
      ".ci/run",
      ".github/workflows/ci.yml",
      ".github/workflows/release.yml",
      "README.md",
      "CONTRIBUTING.md",
    ]
  ) {
    // An action is pinned by a commit, which may begin with digits.
    const named = all(
      /deno(?:@|-version: )(\d+\.\d+\.\d+)/g,
      await read(path),
    );
    assert(named.length > 0, path);
    assert.deepEqual(new Set(named), new Set([DENO_VERSION]), path);
  }
});

Deno.test("executableName: ends in .exe for Windows alone", () => {
  for (const target of TARGETS) {
    const name = executableName(target);
    assert.match(name, /^insomnia-profile-\d+\.\d+\.\d+-/);
    assert.equal(name.endsWith(".exe"), target.includes("windows"), name);
  }
});
