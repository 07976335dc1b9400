import type { JsonValue } from "../../base/json.ts";
import { sameData } from "../../base/same_data.ts";
import type { PlaceFinder } from "../../document/place_finder.ts";
import type { EvaluateOptions, Run } from "../../lua/evaluation.ts";
import { LuaFailure } from "../../lua/lua_failure.ts";
import type { LuaProgram } from "../../source/lua_program.ts";
import { findOrigin, rootOrigin } from "./field_origin.ts";
import { luaPlaces } from "./lua_places.ts";
import { traceProgram } from "./trace_program.ts";

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
 */
export async function tracePlaces(
  program: LuaProgram,
  outcome: JsonValue | LuaFailure,
  options: EvaluateOptions,
  run: Run,
): Promise<PlaceFinder> {
  const failed = outcome instanceof LuaFailure ? outcome.facts : undefined;
  const traced = await traceProgram(
    program,
    options,
    failed?.steps ?? 0,
    run,
  );
  const { ended, places = [] } = traced ?? {};
  const marks = ended?.marks;
  if (!ended || !marks) return luaPlaces(program);
  if ("value" in ended) {
    const { value } = ended;
    return failed === undefined && sameData(value, outcome)
      ? luaPlaces(program, {
        find: (path) => findOrigin(path, marks, places, value),
        value,
      })
      : luaPlaces(program);
  }
  return ended.message === failed?.message
    ? luaPlaces(program, {
      // It was refused as a whole: there is nothing else to say of it.
      find: (path) =>
        path.length === 0
          ? rootOrigin(marks, places)
          : findOrigin(path, marks, places),
    })
    : luaPlaces(program);
}
