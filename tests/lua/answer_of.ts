import { canonicalJson } from "../../lib/base/canonical_json.ts";
import type { Evaluation } from "../../lib/lua/evaluation.ts";
import { LuaFailure } from "../../lib/lua/lua_failure.ts";

/**
 * All that an evaluation answers with, as one text: two runs are alike when
 * their texts are equal.
 *
 * @throws whatever is not a failure of the program: a bug
 */
export function answerOf(evaluation: () => Evaluation): string {
  try {
    const { value, steps, notes, notesCut, loaded } = evaluation();
    return canonicalJson({
      value,
      steps,
      notes: notes.map((note) => ({ ...note })),
      notesCut,
      loaded,
    });
  } catch (error) {
    if (!(error instanceof LuaFailure)) throw error;
    const { code, message, chunk, line, steps, notes, loaded } = error.facts;
    const { help, path, traceback } = error.facts;
    return JSON.stringify([
      ...[code, message, help, chunk, line, path, steps, loaded],
      ...[notes, traceback],
    ]);
  }
}
