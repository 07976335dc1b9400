import { loadMachine } from "../../api/load_machine.ts";
import type { PreparedProfile } from "../../api/prepared_profile.ts";
import type { CheckWorkerAnswer, CheckWorkerRequest } from "./check_worker.ts";
import { checkWorkerUrl } from "./check_worker_url.ts";
import type { CheckResult } from "./finish_check.ts";

/**
 * Questions that one worker has at a time: its next one is there when it has
 * answered one, however busy this process is.
 */
const QUESTIONS_A_WORKER = 2;

/** Workers without any permission that share what is asked of them. */
export interface WorkerPool {
  /** How many questions are under way at a time. */
  readonly places: number;
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
      for (let place = 0; place < QUESTIONS_A_WORKER; place++) release(worker);
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
    places: count * QUESTIONS_A_WORKER,
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

/** One worker, which answers questions in the order in which they were asked. */
class CheckWorker {
  readonly #asked: PromiseWithResolvers<CheckWorkerAnswer>[] = [];
  readonly #worker = new Worker(checkWorkerUrl(), {
    type: "module",
    name: "insomnia-profile check",
    deno: { permissions: "none" },
  });

  constructor() {
    this.#worker.onmessage = ({ data }) => this.#asked.shift()?.resolve(data);
    this.#worker.onerror = (event) => {
      event.preventDefault();
      const failure = new TypeError(`a worker failed: ${event.message}`);
      for (const { reject } of this.#asked.splice(0)) reject(failure);
    };
  }

  async ask(request: CheckWorkerRequest): Promise<CheckWorkerAnswer> {
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
