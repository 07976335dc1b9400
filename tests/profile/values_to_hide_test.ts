import assert from "node:assert/strict";
import type { Problem } from "../../lib/base/problem.ts";
import { BUILTIN_CATALOG } from "../catalog/builtin_catalog.ts";
import {
  unknownStrings,
  unshownNames,
} from "../../lib/profile/values_to_hide.ts";

Deno.test("unknownStrings: of unknown fields alone", () => {
  const at = (code: Problem["code"], field: string): Problem => ({
    code,
    severity: "error",
    message: "",
    path: [field],
  });
  assert.deepEqual(
    unknownStrings(
      [at("unknown-field", "a"), at("invalid-value", "b")],
      { a: "anything", b: "other" },
      BUILTIN_CATALOG,
    ),
    ["anything"],
  );
});

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
