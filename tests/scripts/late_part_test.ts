import assert from "node:assert/strict";
import { cutLatePart, USUAL_PARTS } from "../../scripts/late_part.ts";
import { repositoryPath } from "../../scripts/repository_path.ts";
import { withTree } from "./with_tree.ts";

const PROGRAM = {
  "rest.ts": `const { a } = await import("./lib/a.ts");
const { b } = await import(
  "./lib/b.ts"
);
`,
  "lib/b.ts": `// As in \`profile.import("builtin:default")\`.
const again = () => import("../lib/b.ts");
const text = import("../texts/c.toml", { with: { type: "text" } });
const other = import("../lib/a.ts");
`,
  "lib/a.ts": "export const a = 1;\n",
  "lib/d.txt": `import("./a.ts")`,
};

Deno.test("cutLatePart: late imports lead to one file, but those of what is usual", () =>
  withTree(PROGRAM, async (root) => {
    await cutLatePart(root, ["lib", "rest.ts"], ["lib/a.ts"]);
    const expected = {
      "rest.ts": `import * as usual0 from "./lib/a.ts";
const { a } = await Promise.resolve(usual0);
const { b } = await import("./late.ts").then(({ late0 }) => late0);
`,
      "lib/b.ts": `import * as usual0 from "../lib/a.ts";
// As in \`profile.import("builtin:default")\`.
const again = () => import("./../late.ts").then(({ late0 }) => late0);
const text = import("./../late.ts").then(({ late1 }) => late1);
const other = Promise.resolve(usual0);
`,
      "late.ts": `export * as late0 from "./lib/b.ts";
export * as late1 from "./texts/c.toml" with { type: "text" };
`,
      "lib/a.ts": PROGRAM["lib/a.ts"],
      "lib/d.txt": PROGRAM["lib/d.txt"],
    };
    for (const [file, text] of Object.entries(expected)) {
      assert.equal(await Deno.readTextFile(`${root}/${file}`), text, file);
    }
  }));

Deno.test("cutLatePart refuses what is called usual and never imported late", () =>
  withTree(PROGRAM, async (root) => {
    await assert.rejects(
      cutLatePart(root, ["lib", "rest.ts"], ["lib/gone.ts"]),
      /not imported late: lib\/gone\.ts/,
    );
  }));

Deno.test("USUAL_PARTS are files of the repository", async () => {
  for (const path of USUAL_PARTS) {
    assert((await Deno.stat(repositoryPath(path))).isFile, path);
  }
});
