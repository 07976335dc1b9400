import type { EvaluateOptions, Evaluation, Run } from "../../lua/evaluation.ts";
import { MAX_TRACE_BYTES } from "../../lua/limits.ts";
import type { LuaFailureFacts } from "../../lua/lua_failure.ts";
import { traceText } from "../../resources/builtin_resources.ts";
import { type LuaProgram, sourcesOf } from "../../source/lua_program.ts";
import { instrumentProgram } from "./instrument_program.ts";
import { runAgain } from "./run_again.ts";
import type { TracePlace } from "./trace_place.ts";

/** A program that was evaluated once more, with marks. */
export interface TracedProgram {
  readonly ended: Evaluation | LuaFailureFacts;
  /** What the ids of the marks mean. */
  readonly places: readonly TracePlace[];
}

/**
 * Evaluates a program once more with every source instrumented.
 *
 * @param taken the steps that it took before
 * @returns `undefined` where its sources are too large for that
 */
export async function traceProgram(
  program: LuaProgram,
  options: EvaluateOptions,
  taken: number,
  run: Run,
): Promise<TracedProgram | undefined> {
  const size = sourcesOf(program)
    .reduce((sum, { bytes }) => sum + bytes.length, 0);
  if (size > MAX_TRACE_BYTES) return undefined;
  const { program: instrumented, places } = instrumentProgram(program);
  const withMarks = { ...options, trace: await traceText() };
  return { ended: await runAgain(instrumented, withMarks, taken, run), places };
}
