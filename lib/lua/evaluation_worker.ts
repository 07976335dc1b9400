import { LuaEvaluator } from "./lua_evaluator.ts";
import type { WorkerRequest } from "./evaluate_in_worker.ts";
import { LuaFailure, type LuaFailureFacts } from "./lua_failure.ts";
import type { WorkerAnswer } from "./read_worker_answer.ts";

// Runs in a Worker that has no permission at all, not even to load the machine:
// that comes with the request. One request, one answer.

/**
 * What a worker has to speak with. Deno's own types of it come with a directive
 * that takes the types of a main program from everybody who imports this file.
 */
interface WorkerScope {
  onmessage: (event: MessageEvent<WorkerRequest>) => void;
  postMessage(answer: WorkerAnswer): void;
  close(): void;
}

function factsOf(failure: LuaFailure): LuaFailureFacts {
  const { name: _, stack: __, cause: ___, ...facts } = failure;
  return { ...facts, message: failure.message };
}

function answer(
  { module, program, options }: WorkerRequest,
): WorkerAnswer {
  try {
    return { evaluation: new LuaEvaluator(module).evaluate(program, options) };
  } catch (error) {
    if (error instanceof LuaFailure) return { failure: factsOf(error) };
    return { bug: String(error) };
  }
}

const scope = globalThis as unknown as WorkerScope;
scope.onmessage = ({ data }) => {
  scope.postMessage(answer(data));
  scope.close();
};
