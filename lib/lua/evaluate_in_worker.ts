import type { JsonValue } from "../base/json.ts";
import type { EvaluateOptions, Evaluation } from "./evaluation.ts";
import { LuaFailure, type LuaFailureFacts } from "./lua_failure.ts";
import type { LuaProgram } from "./source.ts";
import { vmModule } from "./vm_module.ts";
import { workerUrl } from "./worker_url.ts";

/** What a worker is asked to evaluate. */
export interface WorkerRequest {
  readonly vm: WebAssembly.Module;
  readonly program: LuaProgram;
  readonly options: EvaluateOptions;
}

/** What a worker says: data, of which nothing is believed that is not checked later. */
export type WorkerAnswer =
  | { readonly evaluation: Evaluation }
  | { readonly failure: LuaFailureFacts }
  | { readonly bug: string };

/**
 * How long a worker may take. The step limit ends every evaluation long before;
 * this is for a worker whose own code was taken over.
 */
const WORKER_DEADLINE_MS = 30_000;

/**
 * Evaluates a program in a Worker without any permission, so that whoever
 * breaks out of the VM finds nothing to read, write or reach.
 *
 * Needs `--unstable-worker-options`, or `"unstable": ["worker-options"]` in the
 * `deno.json` of the program that runs. Without it Deno ends the process. The
 * machine must have been made ready with `loadVm`.
 *
 * @throws {LuaFailure} when the program has an error or reaches a limit
 */
export async function evaluateInWorker(
  program: LuaProgram,
  options: EvaluateOptions,
): Promise<Evaluation> {
  const worker = new Worker(workerUrl(), {
    type: "module",
    name: "insomnia-profile evaluation",
    deno: { permissions: "none" },
  });
  try {
    const answer = await ask(worker, { vm: vmModule(), program, options });
    if ("evaluation" in answer) {
      const { evaluation } = answer;
      return { ...evaluation, value: withoutPrototypes(evaluation.value) };
    }
    if ("failure" in answer) throw new LuaFailure(answer.failure);
    throw new TypeError(`the evaluation worker failed: ${answer.bug}`);
  } finally {
    worker.terminate();
  }
}

function ask(worker: Worker, request: WorkerRequest): Promise<WorkerAnswer> {
  const { promise, resolve, reject } = Promise.withResolvers<WorkerAnswer>();
  worker.onmessage = ({ data }) => resolve(data);
  worker.onerror = (event) => {
    event.preventDefault();
    reject(new TypeError(`the evaluation worker failed: ${event.message}`));
  };
  const deadline = AbortSignal.timeout(WORKER_DEADLINE_MS);
  deadline.onabort = () =>
    reject(new TypeError("the evaluation worker gave no answer"));
  worker.postMessage(request);
  return promise.finally(() => deadline.onabort = null);
}

/** What was copied from another thread has prototypes again: `__proto__` must be a key like any other. */
function withoutPrototypes(value: JsonValue): JsonValue {
  if (typeof value !== "object" || value === null) return value;
  if (Array.isArray(value)) return value.map(withoutPrototypes);
  const plain: Record<string, JsonValue> = Object.create(null);
  for (const [key, item] of Object.entries(value)) {
    plain[key] = withoutPrototypes(item);
  }
  return plain;
}
