import assert from "node:assert/strict";
import type { Diagnostic } from "../../lib/base/diagnostic.ts";
import { ProfileError } from "../../lib/base/profile_error.ts";

const UNKNOWN: Diagnostic = {
  code: "unknown-field",
  severity: "error",
  message: "unknown field `modle`",
  source: { file: "coder.lua", line: 3, column: 1, length: 5 },
};
const MISSING: Diagnostic = {
  code: "missing-field",
  severity: "error",
  message: "`model` is missing",
};
const NOTE: Diagnostic = {
  code: "pod-name-derived",
  severity: "note",
  message: "the Pod is named `ws`",
};

Deno.test("ProfileError: one problem is the message", () => {
  assert.equal(new ProfileError([NOTE, UNKNOWN]).message, UNKNOWN.message);
});

Deno.test("ProfileError: several problems are counted and all named, with their places", () => {
  assert.equal(
    new ProfileError([NOTE, UNKNOWN, MISSING]).message,
    "2 problems:\n" +
      "  coder.lua:3: unknown field `modle` [unknown-field]\n" +
      "  `model` is missing [missing-field]",
  );
});

Deno.test("ProfileError: a flood of problems is cut, and the rest counted", () => {
  const { message } = new ProfileError(Array(23).fill(MISSING));
  const lines = message.split("\n");
  assert.equal(lines.length, 22);
  assert.equal(lines.at(-1), "  and 3 more in `diagnostics`");
});
