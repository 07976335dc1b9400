import assert from "node:assert/strict";
import { bugDiagnostic } from "../../lib/cli/bug_diagnostic.ts";

Deno.test("bugDiagnostic: tells where, never what was read or on which machine", () => {
  const error = new TypeError("sk-secret is not iterable");
  error.stack = [
    "TypeError: sk-secret is not iterable",
    "    at render (file:///home/me/tool/lib/print/render.ts:12:3)",
    "    at async file:///home/me/tool/cli.ts:5:14",
    "    at Array.map (<anonymous>)",
  ].join("\n");
  const diagnostic = bugDiagnostic(error, false);
  assert.equal(diagnostic.code, "internal-error");
  assert.match(diagnostic.message, /failed: TypeError$/);
  assert.match(diagnostic.help ?? "", /please report it/);
  assert.deepEqual(diagnostic.related, [
    { message: "at render (render.ts:12:3)" },
    { message: "at async cli.ts:5:14" },
  ]);
  assert.doesNotMatch(JSON.stringify(diagnostic), /secret|home/);
  // Unless that person asks for it.
  assert.deepEqual(bugDiagnostic(error, true).related, [
    { message: error.stack },
  ]);
});

Deno.test("bugDiagnostic: takes whatever was thrown", () => {
  assert.match(bugDiagnostic("x", false).message, /failed: string$/);
  assert.match(bugDiagnostic(undefined, false).message, /failed: undefined$/);
});
