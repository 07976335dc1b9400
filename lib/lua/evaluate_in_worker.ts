import { failure, type ProfileError } from "../base/profile_error.ts";
import type { EvaluateOptions, Evaluation } from "./evaluation.ts";
import { DEFAULT_MAX_STEPS } from "./limits.ts";
import { readWorkerAnswer } from "./read_worker_answer.ts";
import type { LuaProgram } from "../source/lua_program.ts";
import { workerUrl } from "./worker_url.ts";

/** What a worker is asked to evaluate. */
export interface WorkerRequest {
  readonly module: WebAssembly.Module;
  readonly program: LuaProgram;
  readonly options: EvaluateOptions;
}

/** Time for a worker to start, on a computer that is busy with other things. */
const START_MS = 10_000;

/** The most that a step may take: twenty times what it takes on a common computer. */
const SLOWEST_STEP_MS = 100e-6;

/**
 * Evaluates programs, each in a Worker without any permission, so that a program
 * that breaks out of the VM finds nothing to read, write or reach.
 *
 * Needs `--unstable-worker-options`, or `"unstable": ["worker-options"]` in the
 * `deno.json` of the program that runs. Without it Deno ends the process.
 *
 * @param code the compiled machine
 * @param deadlineMs how long a worker may take. The step limit ends every
 * evaluation long before; this is for a worker whose own code was taken over.
 * Deno cannot stop such a worker: a program that wants to end has to call
 * `Deno.exit`
 * @returns throws a `ProfileError` where the program may not load a worker, a
 * `LuaFailure` when the program has an error or reaches a
 * limit, a `TypeError` when the worker gives no answer, or a malformed one
 */
export function evaluateInWorker(
  code: WebAssembly.Module,
  deadlineMs?: number,
): (program: LuaProgram, options: EvaluateOptions) => Promise<Evaluation> {
  return async (program, options) => {
    const worker = new Worker(workerUrl(), {
      type: "module",
      name: "insomnia-profile evaluation",
      deno: { permissions: "none" },
    });
    const request = { module: code, program, options };
    const deadline = deadlineMs ?? deadlineOf(options);
    try {
      return readWorkerAnswer(await ask(worker, request, deadline));
    } finally {
      worker.terminate();
    }
  };
}

/** A worker is loaded like any module, which not every program may. */
function mayNotStart(why: string): ProfileError {
  return failure(
    "permission-missing",
    `no worker can be the wall around the profile: ${why}`,
    { help: 'grant it, or leave `wall: "worker"` out' },
  );
}

function deadlineOf({ maxSteps = DEFAULT_MAX_STEPS }: EvaluateOptions): number {
  return START_MS + maxSteps * SLOWEST_STEP_MS;
}

function ask(
  worker: Worker,
  request: WorkerRequest,
  deadlineMs: number,
): Promise<unknown> {
  const { promise, resolve, reject } = Promise.withResolvers<unknown>();
  worker.onmessage = ({ data }) => resolve(data);
  worker.onerror = (event) => {
    event.preventDefault();
    reject(
      /^(?:Uncaught \S+ )?(?:NotCapable: )?Requires \w+ access/.test(
          event.message,
        )
        ? mayNotStart(event.message)
        : new TypeError(`the evaluation worker failed: ${event.message}`),
    );
  };
  const deadline = AbortSignal.timeout(deadlineMs);
  const giveUp = () =>
    reject(new TypeError("the evaluation worker gave no answer"));
  // Only a listener that is removed lets a program end before its deadline.
  deadline.addEventListener("abort", giveUp);
  worker.postMessage(request);
  return promise.finally(() => deadline.removeEventListener("abort", giveUp));
}
