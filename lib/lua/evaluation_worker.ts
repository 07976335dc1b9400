import { LuaEvaluator } from "./lua_evaluator.ts";
import type { WorkerRequest } from "./evaluate_in_worker.ts";
import { LuaFailure } from "./lua_failure.ts";
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

function answer(
  { module, program, options }: WorkerRequest,
): WorkerAnswer {
  try {
    return { evaluation: new LuaEvaluator(module).evaluate(program, options) };
  } catch (error) {
    if (error instanceof LuaFailure) return { failure: error.facts };
    return { bug: String(error) };
  }
}

const scope = globalThis as unknown as WorkerScope;
scope.onmessage = ({ data }) => {
  scope.postMessage(answer(data));
  scope.close();
};
