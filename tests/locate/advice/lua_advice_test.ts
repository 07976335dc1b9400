import assert from "node:assert/strict";
import { applyEdits } from "../../../lib/document/apply_edits.ts";
import { evaluate } from "../../lua/evaluator.ts";
import { LuaFailure } from "../../../lib/lua/lua_failure.ts";
import { editsOf } from "../../../lib/base/edits_of.ts";
import { helpText } from "../../../lib/base/diagnostic_help.ts";
import { ProfileError } from "../../../lib/base/profile_error.ts";
import { evaluationErrorAtReturn } from "../../../lib/locate/evaluation_error.ts";
import { FAILING_PROGRAMS } from "./failing_programs.ts";
import { OPTIONS, programOf } from "../../lua/evaluate_text.ts";

Deno.test("a failure says what to write, and how", async (t) => {
  for (const [broken, help, mended] of FAILING_PROGRAMS) {
    await t.step(broken, () => {
      const failed = failureOf(broken);
      const error = evaluationErrorAtReturn(
        failed,
        programOf({ "main.lua": broken }),
      );
      assert.ok(error instanceof ProfileError);
      const found = error.diagnostics.at(-1)!;
      assert.match(helpText(found) ?? "", help, failed.message);
      const { bytes } = applyEdits(
        new TextEncoder().encode(broken),
        editsOf(found),
      );
      const text = new TextDecoder().decode(bytes);
      assert.equal(text, mended ?? broken);
      const again = mended === undefined ? undefined : failureOf(text, false);
      assert.equal(again, undefined, again?.message);
    });
  }
});

function failureOf(source: string, expected?: true): LuaFailure;
function failureOf(source: string, expected: false): LuaFailure | undefined;
function failureOf(source: string): LuaFailure | undefined {
  try {
    evaluate(programOf({ "main.lua": source }), OPTIONS);
  } catch (error) {
    if (error instanceof LuaFailure) return error;
    throw error;
  }
}
