import { SHARED_SESSION } from "../../lib/base/resolver_session.ts";
import { loadMachine } from "../../lib/api/load_machine.ts";
import type { EvaluateOptions, Evaluation } from "../../lib/lua/evaluation.ts";
import { LuaEvaluator } from "../../lib/lua/lua_evaluator.ts";
import type { LuaProgram } from "../../lib/source/lua_program.ts";

/** The compiled machine of this program. */
export const machineCode: WebAssembly.Module = await loadMachine(
  SHARED_SESSION,
);

const evaluator = new LuaEvaluator(machineCode);

/** Evaluates a program on the machine that the tests of a file share. */
export function evaluate(
  program: LuaProgram,
  options: EvaluateOptions,
): Evaluation {
  return evaluator.evaluate(program, options);
}
