import assert from "node:assert/strict";
import { projectFiles } from "../../lib/cli/scaffold/project_files.ts";
import { listFiles } from "../../scripts/list_files.ts";
import { repositoryPath } from "../../scripts/repository_path.ts";
import { folderWith } from "../cli/run_cli.ts";
import { hasPrograms } from "../has_programs.ts";
import { actionlint, lintWorkflow } from "./lint_workflow.ts";

/** Every workflow: of this repository, and the one that `init` writes. */
const workflows: Record<string, string> = {};
for (const path of await listFiles(repositoryPath(""), [".github/workflows"])) {
  workflows[path] = await Deno.readTextFile(repositoryPath(path));
}
const made = await projectFiles({ roles: false, ci: "github" });
workflows["init --ci github"] = made[".github/workflows/profiles.yml"]!;

for (const [path, text] of Object.entries(workflows)) {
  Deno.test(`workflow ${path}: actionlint finds nothing`, async () => {
    assert.deepEqual(await lintWorkflow(text), []);
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

Deno.test("workflows: the linter finds what is wrong", async () => {
  const [found] = await lintWorkflow(
    "on: push\njobs:\n  a:\n    runs-on: nowhere\n",
  );
  assert.ok(found);
});

Deno.test({
  name: "workflows: the newest actionlint finds nothing, with shellcheck",
  // Said as ignored where the program is not there.
  ignore: !hasPrograms("actionlint", "git"),
  fn: async () => {
    const folder = folderWith(Object.fromEntries(
      Object.values(workflows)
        .map((text, at) => [`.github/workflows/${at}.yml`, text]),
    ));
    await new Deno.Command("git", { args: ["init", "-q"], cwd: folder })
      .output();
    assert.equal(await actionlint(folder), "");
  },
});
