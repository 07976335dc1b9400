import assert from "node:assert/strict";
import type { Problem } from "../../lib/base/problem.ts";
import { unshownNames } from "../../lib/profile/values_to_hide.ts";

Deno.test("unshownNames: the last part of each path that nothing names", () => {
  const problem: Problem = {
    code: "unknown-field",
    severity: "error",
    message: "`worker` has an unknown field",
    path: ["worker", "sk-1234"],
  };
  assert.deepEqual(
    unshownNames([{ ...problem, isUnnamed: true }, problem]),
    ["sk-1234"],
  );
});
