import { loadMachine } from "../../api/load_machine.ts";
import type { PreparedProfile } from "../../api/prepared_profile.ts";
import type { CheckWorkerAnswer, CheckWorkerRequest } from "./check_worker.ts";
import { checkWorkerUrl } from "./check_worker_url.ts";
import type { CheckResult, FinishCheckOptions } from "./finish_check.ts";

/**
 * Questions that one worker has at a time: its next one is there when it has
 * answered one, however busy this process is.
 */
const QUESTIONS_A_WORKER = 2;

/** A place where profiles are checked: a worker or this process. */
export interface CheckPlace {
  /** Resolves when its worker is ready. */
  readonly ready: Promise<unknown>;
  check(
    profiles: readonly PreparedProfile[],
    options: FinishCheckOptions,
  ): Promise<readonly CheckResult[]>;
}

/** Workers without any permission that share the requests. */
export interface WorkerPool {
  /** One for each request that may be under way at a time. */
  readonly places: readonly CheckPlace[];
  /** Resolves when all are ready: permissions can be given up then. */
  readonly ready: Promise<unknown>;
  /** Ends the workers. */
  close(): void;
}

/**
 * Starts workers, each without any permission. They load their code while the
 * machine is compiled for all of them.
 */
export function startWorkers(count: number): WorkerPool {
  const machine = loadMachine();
  const workers = Array.from({ length: count }, () => new CheckWorker(machine));
  const ready = Promise.all(workers.map((worker) => worker.ready));
  // Whoever awaits it gets the error; without this it would also be an
  // unhandled rejection.
  ready.catch(() => {});
  return {
    places: Array.from({ length: QUESTIONS_A_WORKER }, () => workers).flat(),
    ready,
    close: () => workers.forEach((worker) => worker.close()),
  };
}

/** One worker, which answers requests in their order. */
class CheckWorker implements CheckPlace {
  readonly ready: Promise<unknown>;
  readonly #asked: PromiseWithResolvers<CheckWorkerAnswer>[] = [];
  readonly #worker = new Worker(checkWorkerUrl(), {
    type: "module",
    name: "insomnia-profile check",
    deno: { permissions: "none" },
  });

  constructor(machine: Promise<WebAssembly.Module>) {
    this.#worker.onmessage = ({ data }) => this.#asked.shift()?.resolve(data);
    this.#worker.onerror = (event) => {
      event.preventDefault();
      const failure = new TypeError(`a worker failed: ${event.message}`);
      for (const { reject } of this.#asked.splice(0)) reject(failure);
    };
    this.ready = machine.then((machine) => this.#ask({ machine }));
  }

  async check(
    profiles: readonly PreparedProfile[],
    options: FinishCheckOptions,
  ): Promise<readonly CheckResult[]> {
    const answer = await this.#ask({ profiles, options });
    if ("results" in answer) return answer.results;
    throw new TypeError("a worker gave no results");
  }

  async #ask(request: CheckWorkerRequest): Promise<CheckWorkerAnswer> {
    const question = Promise.withResolvers<CheckWorkerAnswer>();
    this.#asked.push(question);
    this.#worker.postMessage(request);
    const answer = await question.promise;
    if ("bug" in answer) throw new TypeError(`a worker failed: ${answer.bug}`);
    return answer;
  }

  close(): void {
    this.#worker.terminate();
  }
}
