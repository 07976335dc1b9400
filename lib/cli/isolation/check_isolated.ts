import type { PrepareOptions } from "../../api/prepared_profile.ts";
import { prepareProfile } from "../../api/pipeline.ts";
import type { PreparedProfile } from "../../api/prepared_profile.ts";
import { ProfileError } from "../../base/profile_error.ts";
import type { CommandContext } from "../command.ts";
import { type CheckResult, failureOf, finishCheck } from "./finish_check.ts";
import { giveUpRights } from "./give_up_rights.ts";
import { startWorkers } from "./worker_pool.ts";

/** A profile to be checked. */
export interface CheckRequest {
  /** How it is called in the results. */
  readonly name: string;
  readonly options: PrepareOptions;
}

/** How many profiles are checked, and who is told how far that is. */
export interface CheckOptions {
  /**
   * Workers that share the profiles, at least 1. With 1 there is none and this
   * process does it, unless it has to keep its rights.
   */
  readonly workers: number;
  /**
   * The command writes or checks again afterwards, so this process keeps its
   * rights and at least one worker without any runs the profiles.
   */
  readonly writesAfterwards: boolean;
  readonly onRead?: (name: string) => void;
  readonly onChecked?: (done: number, of: number, name: string) => void;
}

/** Profiles that are under way at a time: their sums are made beside one another. */
const BATCH = 32;

/**
 * Checks profiles behind the wall: all are read, then this process gives up its
 * rights, then it or workers without any right run them. Whatever one profile
 * does, the others have their result.
 *
 * @returns in the order of the requests, whatever the number of workers
 */
export async function checkIsolated(
  requests: readonly CheckRequest[],
  context: CommandContext,
  { workers, writesAfterwards, onRead, onChecked }: CheckOptions,
): Promise<readonly CheckResult[]> {
  const results: CheckResult[] = new Array(requests.length);
  const prepared: { readonly at: number; readonly profile: PreparedProfile }[] =
    [];
  for (const [at, { name, options }] of requests.entries()) {
    onRead?.(name);
    try {
      prepared.push({ at, profile: await prepareProfile(options) });
    } catch (error) {
      if (!(error instanceof ProfileError)) throw error;
      results[at] = failureOf(error);
    }
  }

  const pool = workers > 1 || writesAfterwards
    ? await startWorkers(workers)
    : undefined;
  if (!writesAfterwards) await giveUpRights(context);
  const batches = Array.from(
    { length: Math.ceil(prepared.length / BATCH) },
    (_, batch) => prepared.slice(batch * BATCH, (batch + 1) * BATCH),
  );
  let done = 0;
  const check = async (batch: typeof prepared): Promise<void> => {
    const profiles = batch.map(({ profile }) => profile);
    const answers = pool
      ? await pool.check(profiles)
      : await Promise.all(profiles.map(finishCheck));
    for (const [index, { at }] of batch.entries()) {
      results[at] = answers[index]!;
      onChecked?.(++done, prepared.length, requests[at]!.name);
    }
  };
  if (pool) await Promise.all(batches.map(check));
  else for (const batch of batches) await check(batch);
  pool?.close();
  return results;
}
