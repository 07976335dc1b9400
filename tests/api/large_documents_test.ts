import assert from "node:assert/strict";
import {
  addExcerpts,
  applyFixes,
  type Diagnostic,
  memorySystem,
} from "../../mod.ts";

// A catalog may have 4 MiB, a manifest file 8.

const FILE = "/home/.config/insomnia/models.toml";
const LINE = 'nam = "x"\n';
const TEXT = LINE + "# ".padEnd(2 ** 21, "x");
const DIAGNOSTIC: Diagnostic = {
  code: "catalog-invalid",
  severity: "error",
  message: "unknown field `nam`",
  source: { file: FILE, line: 1, column: 1, length: 3 },
  fixes: [{
    edits: [{ file: FILE, line: 1, column: 1, length: 3, text: "name" }],
  }],
};

Deno.test("addExcerpts: quotes a catalog of 2 MiB", async () => {
  const system = memorySystem({ files: { [FILE]: TEXT } });
  const [said] = await addExcerpts([DIAGNOSTIC], system);
  assert.match(said?.source?.excerpt ?? "", /^nam = /);
});

Deno.test("applyFixes: changes a catalog of 2 MiB", async () => {
  const system = memorySystem({ files: { [FILE]: TEXT } });
  const made = await applyFixes([DIAGNOSTIC], system);
  assert.equal(made.length, 1);
  const bytes = await system.readFile(FILE);
  assert.match(new TextDecoder().decode(bytes.slice(0, 20)), /^name = "x"\n/);
});
