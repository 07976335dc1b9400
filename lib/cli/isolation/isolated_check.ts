import { prepareProfile } from "../../api/pipeline.ts";
import type {
  PreparedProfile,
  PrepareOptions,
} from "../../api/prepared_profile.ts";
import { ProfileError } from "../../base/profile_error.ts";
import type { CommandContext } from "../command.ts";
import {
  type CheckResult,
  failureOf,
  finishCheck,
  type FinishCheckOptions,
} from "./finish_check.ts";
import { giveUpRights } from "./give_up_rights.ts";
import { WorkQueue } from "./work_queue.ts";
import {
  type CheckPlace,
  startWorkers,
  type WorkerPool,
} from "./worker_pool.ts";

/** A profile to be checked. */
export interface CheckRequest {
  /** Its name in the results. */
  readonly name: string;
  readonly options: PrepareOptions;
}

/** How profiles are checked. */
export interface IsolatedCheckOptions extends FinishCheckOptions {
  /** How many workers are worth while for so many profiles. */
  readonly workersFor: (profiles: number) => number;
  /**
   * The command writes or checks again afterwards, so this process keeps its
   * rights and leaves all profiles to workers, of which there is one at least.
   */
  readonly writesAfterwards: boolean;
  readonly onRead?: (name: string) => void;
  readonly onChecked?: (done: number, of: number, name: string) => void;
  /** Default: starts real ones. */
  readonly startWorkers?: (count: number) => WorkerPool;
}

/**
 * Profiles that are under way at a time: their sums are made beside one another.
 * A worker is sent more at once where there are many, because each message has
 * the catalog in it; not so many that the others have nothing left to do.
 */
const SMALLEST_BATCH = 32;
const LARGEST_BATCH = 64;
const BATCHES_A_PLACE = 8;

function batchSize(profiles: number, places: number): number {
  if (places === 0) return SMALLEST_BATCH;
  const size = Math.ceil(profiles / (places * BATCHES_A_PLACE));
  return Math.min(LARGEST_BATCH, Math.max(SMALLEST_BATCH, size));
}

/**
 * A check of profiles behind the wall. All are read, then this process gives up
 * its rights and runs them. Where they are many, workers without any right begin
 * while it still reads, and share the rest with it. Whatever one profile does,
 * the others have their result.
 */
export class IsolatedCheck {
  readonly #context: CommandContext;
  readonly #options: IsolatedCheckOptions;
  readonly #queue = new WorkQueue<Batch>();
  /** One for each who serves the queue. */
  readonly #serving: Promise<void>[] = [];
  #pool: WorkerPool | undefined;
  #offered: CheckRequest[] = [];
  /** Keys of what was read. */
  readonly #read = new Set<string>();
  readonly #results = new Map<string, CheckResult>();
  /** Keys of what is asked for, as far as that is known, and has no result. */
  readonly #wanted = new Set<string>();
  #asked = 0;

  constructor(context: CommandContext, options: IsolatedCheckOptions) {
    this.#context = context;
    this.#options = options;
  }

  /**
   * Starts workers if so many profiles are worth while. They load while it is
   * still found out what there is to check.
   */
  expect(profiles: number): void {
    const workers = this.#options.workersFor(profiles);
    if (workers > 0) this.#start(workers);
  }

  /**
   * Takes a profile that may be asked for in the end. Workers that have nothing
   * to do begin with it; otherwise it is not even read.
   */
  async offer(request: CheckRequest): Promise<void> {
    if (!this.#pool) return;
    this.#offered.push(request);
    if (this.#offered.length < SMALLEST_BATCH) return;
    const offered = this.#offered;
    this.#offered = [];
    if (this.#queue.isEmpty) await this.#readBatch(offered);
    await this.#pause();
  }

  /**
   * Checks what is asked for, once.
   *
   * @param alongside reading that is still under way; rights are kept until it
   * ends
   * @returns in the order of the requests, whatever the number of workers
   */
  async finish(
    requests: readonly CheckRequest[],
    alongside?: Promise<unknown>,
  ): Promise<readonly CheckResult[]> {
    const { writesAfterwards } = this.#options;
    this.expect(requests.length);
    if (writesAfterwards && requests.length > 0) this.#start(1);
    const keys = requests.map(keyOf);
    this.#asked = keys.length;
    for (const key of keys) if (!this.#results.has(key)) this.#wanted.add(key);
    const unread = requests.filter((_, at) => !this.#read.has(keys[at]!));
    const size = batchSize(unread.length, this.#pool?.places.length ?? 0);
    for (let from = 0; from < unread.length; from += size) {
      if (from > 0) await this.#pause();
      await this.#readBatch(unread.slice(from, from + size));
    }
    this.#queue.complete();
    await alongside;
    await this.#pool?.ready;
    if (!writesAfterwards) {
      await giveUpRights(this.#context);
      this.#serving.push(this.#serve(async (profiles, options) => {
        await this.#pause();
        return await Promise.all(
          profiles.map((profile) => finishCheck(profile, options)),
        );
      }));
    }
    await Promise.all(this.#serving);
    return keys.map((key) => this.#results.get(key)!);
  }

  /** Ends the workers. */
  close(): void {
    this.#pool?.close();
  }

  #start(workers: number): void {
    if (this.#pool) return;
    this.#pool = (this.#options.startWorkers ?? startWorkers)(workers);
    for (const place of this.#pool.places) {
      const serving = place.ready.then(() =>
        this.#serve((...asked) => place.check(...asked))
      );
      serving.catch(() => {});
      this.#serving.push(serving);
    }
  }

  /** Reads profiles; one that cannot be read is finished at once. */
  async #readBatch(requests: readonly CheckRequest[]): Promise<void> {
    const batch: { key: string; name: string; profile: PreparedProfile }[] = [];
    for (const request of requests) {
      const { name, options } = request;
      const key = keyOf(request);
      this.#read.add(key);
      this.#options.onRead?.(name);
      try {
        batch.push({ key, name, profile: await prepareProfile(options) });
      } catch (error) {
        if (!(error instanceof ProfileError)) throw error;
        this.#answer(key, name, failureOf(error));
      }
    }
    if (batch.length > 0) this.#queue.put(batch);
  }

  async #serve(check: CheckPlace["check"]): Promise<void> {
    const { withDigests } = this.#options;
    await this.#queue.serve(async (batch) => {
      const profiles = batch.map(({ profile }) => profile);
      const answers = await check(profiles, { withDigests });
      for (const [at, { key, name }] of batch.entries()) {
        this.#answer(key, name, answers[at]!);
      }
    });
  }

  #answer(key: string, name: string, result: CheckResult): void {
    this.#results.set(key, result);
    if (!this.#wanted.delete(key)) return;
    this.#options.onChecked?.(
      this.#asked - this.#wanted.size,
      this.#asked,
      name,
    );
  }

  /**
   * Reading and checking wait for nothing outside, so without a pause the event
   * loop would not run: no worker would get its next work.
   */
  async #pause(): Promise<void> {
    if (this.#pool) await this.#context.system.wait(0);
  }
}

/** Profiles that were read, by the keys and names of their requests. */
type Batch = readonly {
  readonly key: string;
  readonly name: string;
  readonly profile: PreparedProfile;
}[];

/** Requests of the same profile have the same one. */
function keyOf({ options: { selector } }: CheckRequest): string {
  return JSON.stringify(selector);
}
