import { loadMachine } from "../../api/load_machine.ts";
import type { PreparedProfile } from "../../api/prepared_profile.ts";
import type { CheckWorkerAnswer, CheckWorkerRequest } from "./check_worker.ts";
import { checkWorkerUrl } from "./check_worker_url.ts";
import type { CheckResult } from "./finish_check.ts";

/** Workers without any permission that share what is asked of them. */
export interface WorkerPool {
  /** How many there are. */
  readonly workers: number;
  /** All have what they need: this process can give up its own permissions. */
  readonly ready: Promise<void>;
  /** Checks some profiles in the first worker that is ready and free. */
  check(
    profiles: readonly PreparedProfile[],
  ): Promise<readonly CheckResult[]>;
  /** Ends the workers. */
  close(): void;
}

/**
 * Starts workers, each without any permission. They load their code while the
 * machine is compiled for all of them.
 */
export function startWorkers(count: number): WorkerPool {
  const workers = Array.from({ length: count }, () => new CheckWorker());
  const free: CheckWorker[] = [];
  const waiting: ((worker: CheckWorker) => void)[] = [];

  async function prepare(): Promise<void> {
    const machine = await loadMachine();
    await Promise.all(workers.map(async (worker) => {
      await worker.ask({ machine });
      release(worker);
    }));
  }

  function release(worker: CheckWorker): void {
    const next = waiting.shift();
    if (next) next(worker);
    else free.push(worker);
  }

  async function take(): Promise<CheckWorker> {
    const worker = free.pop();
    if (worker) return worker;
    const { promise, resolve } = Promise.withResolvers<CheckWorker>();
    waiting.push(resolve);
    return await promise;
  }

  const ready = prepare();
  // Who waits for it is told: nothing goes on unseen.
  ready.catch(() => {});
  return {
    workers: count,
    ready,
    async check(profiles) {
      const worker = await take();
      try {
        const answer = await worker.ask({ profiles });
        if ("results" in answer) return answer.results;
        throw new TypeError("a worker gave no results");
      } finally {
        release(worker);
      }
    },
    close: () => workers.forEach((worker) => worker.close()),
  };
}

/** One worker: a question, an answer. */
class CheckWorker {
  readonly #worker = new Worker(checkWorkerUrl(), {
    type: "module",
    name: "insomnia-profile check",
    deno: { permissions: "none" },
  });

  async ask(request: CheckWorkerRequest): Promise<CheckWorkerAnswer> {
    const { promise, resolve, reject } = Promise.withResolvers<
      CheckWorkerAnswer
    >();
    this.#worker.onmessage = ({ data }) => resolve(data);
    this.#worker.onerror = (event) => {
      event.preventDefault();
      reject(new TypeError(`a worker failed: ${event.message}`));
    };
    this.#worker.postMessage(request);
    const answer = await promise;
    if ("bug" in answer) throw new TypeError(`a worker failed: ${answer.bug}`);
    return answer;
  }

  close(): void {
    this.#worker.terminate();
  }
}
