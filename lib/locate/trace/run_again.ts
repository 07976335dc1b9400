import type { EvaluateOptions, Evaluation, Run } from "../../lua/evaluation.ts";
import { DEFAULT_MAX_STEPS, MAX_TRACE_STEPS } from "../../lua/limits.ts";
import { LuaFailure, type LuaFailureFacts } from "../../lua/lua_failure.ts";
import type { LuaProgram } from "../../source/lua_program.ts";

/**
 * Evaluates a program once more, to find out more of it.
 *
 * @param taken the steps that it took before
 * @param run what evaluated it: untrusted code stays behind the same wall
 * @returns what it evaluates to, or why to nothing
 */
export async function runAgain(
  program: LuaProgram,
  options: EvaluateOptions,
  taken: number,
  run: Run,
): Promise<Evaluation | LuaFailureFacts> {
  const { maxSteps = DEFAULT_MAX_STEPS } = options;
  try {
    return await run(program, {
      ...options,
      maxSteps: Math.min(MAX_TRACE_STEPS, maxSteps - taken),
    });
  } catch (error) {
    if (error instanceof LuaFailure) return error.facts;
    throw error;
  }
}
