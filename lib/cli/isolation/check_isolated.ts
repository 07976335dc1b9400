import type { PrepareOptions } from "../../api/prepared_profile.ts";
import { prepareProfile } from "../../api/pipeline.ts";
import type { PreparedProfile } from "../../api/prepared_profile.ts";
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
import type { CheckPlace, WorkerPool } from "./worker_pool.ts";

/** A profile to be checked. */
export interface CheckRequest {
  /** Its name in the results. */
  readonly name: string;
  readonly options: PrepareOptions;
}

/** The number of profiles, and the display of progress. */
export interface CheckOptions extends FinishCheckOptions {
  /** The workers that share the profiles with this process. */
  readonly pool: WorkerPool | undefined;
  /**
   * The command writes or checks again afterwards, so this process keeps its
   * rights, and leaves all profiles to a pool, which is needed.
   */
  readonly writesAfterwards: boolean;
  /** Reading that is still under way; permissions are kept until it ends. */
  readonly alongside?: Promise<unknown>;
  readonly onRead?: (name: string) => void;
  readonly onChecked?: (done: number, of: number, name: string) => void;
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
 * Checks profiles behind the wall. All are read, then this process gives up its
 * rights and runs them. Where they are many, workers without any right begin
 * while it still reads, and share the rest with it. Whatever one profile does,
 * the others have their result.
 *
 * @returns in the order of the requests, whatever the number of workers
 */
export async function checkIsolated(
  requests: readonly CheckRequest[],
  context: CommandContext,
  options: CheckOptions,
): Promise<readonly CheckResult[]> {
  const { pool, writesAfterwards, alongside, onRead, onChecked } = options;
  const { withDigests } = options;
  const results: CheckResult[] = new Array(requests.length);
  let done = 0;
  const queue = new WorkQueue<Batch>();
  const serve = (check: CheckPlace["check"]) =>
    queue.serve(async (batch) => {
      const profiles = batch.map(({ profile }) => profile);
      const answers = await check(profiles, { withDigests });
      for (const [index, { at }] of batch.entries()) {
        results[at] = answers[index]!;
        onChecked?.(++done, requests.length, requests[at]!.name);
      }
    });
  const places = pool?.places ?? [];
  const running = places.map((place) => {
    const served = place.ready.then(() =>
      serve((...asked) => place.check(...asked))
    );
    served.catch(() => {});
    return served;
  });

  const size = batchSize(requests.length, places.length);
  // Reading and checking wait for nothing outside, so without a pause the event
  // loop would not run: no worker would get its next work.
  const pause = pool ? () => context.system.wait(0) : undefined;
  const reading = readBatches(requests, size, results, { onRead, pause });
  for await (const batch of reading) queue.put(batch);
  queue.complete();
  await alongside;
  await pool?.ready;
  if (!writesAfterwards) {
    await giveUpRights(context);
    running.push(
      serve(async (profiles, options) => {
        await pause?.();
        return await Promise.all(
          profiles.map((profile) => finishCheck(profile, options)),
        );
      }),
    );
  }
  await Promise.all(running);
  return results;
}

/** Profiles that were read, with the index of the request of each. */
type Batch = readonly {
  readonly at: number;
  readonly profile: PreparedProfile;
}[];

/** Reads profiles in batches; one that cannot be read is finished at once. */
async function* readBatches(
  requests: readonly CheckRequest[],
  size: number,
  results: CheckResult[],
  { onRead, pause }: {
    readonly onRead: CheckOptions["onRead"];
    /** Called between two batches. */
    readonly pause: (() => Promise<void>) | undefined;
  },
): AsyncGenerator<Batch> {
  for (let from = 0; from < requests.length; from += size) {
    if (from > 0) await pause?.();
    const batch: { at: number; profile: PreparedProfile }[] = [];
    const end = Math.min(from + size, requests.length);
    for (let at = from; at < end; at++) {
      const { name, options } = requests[at]!;
      onRead?.(name);
      try {
        batch.push({ at, profile: await prepareProfile(options) });
      } catch (error) {
        if (!(error instanceof ProfileError)) throw error;
        results[at] = failureOf(error);
      }
    }
    if (batch.length > 0) yield batch;
  }
}
