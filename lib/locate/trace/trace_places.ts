import type { JsonValue } from "../../base/json.ts";
import type { PlaceFinder } from "../../document/place_finder.ts";
import type { EvaluateOptions, Run } from "../../lua/evaluation.ts";
import { LuaFailure } from "../../lua/lua_failure.ts";
import {
  DEFAULT_MAX_STEPS,
  MAX_TRACE_BYTES,
  MAX_TRACE_STEPS,
} from "../../lua/limits.ts";
import { traceText } from "../../resources/builtin_resources.ts";
import { type LuaProgram, sourcesOf } from "../../source/lua_program.ts";
import { findOrigin, rootOrigin } from "./field_origin.ts";
import { instrumentProgram } from "./instrument_program.ts";
import { luaPlaces } from "./lua_places.ts";
import { sameJson } from "./same_json.ts";

/**
 * Makes a finder for the fields of what a program evaluated to, by evaluating
 * it once more with every source instrumented. Evaluation is deterministic, so
 * the second result is the first, with marks. Where it is not (the first one
 * came close to a limit, say), every field is at the `return`.
 *
 * @param program the program as it was evaluated
 * @param outcome what it evaluated to, or the failure about a field that kept
 * its result from being data
 * @param options what it was evaluated with
 * @param run what evaluated it: untrusted code stays behind the same wall
 */
export async function tracePlaces(
  program: LuaProgram,
  outcome: JsonValue | LuaFailure,
  options: EvaluateOptions,
  run: Run,
): Promise<PlaceFinder> {
  const bytes = [...sourcesOf(program)].reduce(
    (sum, { bytes }) => sum + bytes.length,
    0,
  );
  if (bytes > MAX_TRACE_BYTES) return luaPlaces(program);
  const { maxSteps = DEFAULT_MAX_STEPS } = options;
  const taken = outcome instanceof LuaFailure ? outcome.steps : 0;
  const { program: instrumented, places } = instrumentProgram(program);
  try {
    const { value, marks } = await run(instrumented, {
      ...options,
      maxSteps: Math.min(MAX_TRACE_STEPS, maxSteps - taken),
      trace: await traceText(),
    });
    if (marks && !(outcome instanceof LuaFailure) && sameJson(value, outcome)) {
      return luaPlaces(program, {
        find: (path) => findOrigin(path, marks, places, value),
        value,
      });
    }
  } catch (error) {
    if (!(error instanceof LuaFailure)) throw error;
    const { message, marks } = error;
    if (marks && outcome instanceof LuaFailure && message === outcome.message) {
      return luaPlaces(program, {
        // It was refused as a whole: there is nothing else to say of it.
        find: (path) =>
          path.length === 0
            ? rootOrigin(marks, places)
            : findOrigin(path, marks, places),
      });
    }
  }
  return luaPlaces(program);
}
