import { finishProfile, prepareProfile } from "../../api/pipeline.ts";
import type { PrepareOptions } from "../../api/prepared_profile.ts";
import type { ResolvedProfile } from "../../api/resolved_profile.ts";
import { ProfileError } from "../../base/profile_error.ts";
import type { CommandContext } from "../command.ts";
import { giveUpRights } from "./give_up_rights.ts";

/** The result of one of several profiles. */
export type SeveralResult = ResolvedProfile | ProfileError;

/**
 * Resolves several profiles behind the wall: all are read, then this process
 * gives up its rights, then each runs. What is wrong with one keeps no other
 * from its result.
 *
 * @param options.locate find where in the source each value came from, too
 * @returns in the order of the requests
 */
export async function resolveSeveral(
  requests: readonly PrepareOptions[],
  context: CommandContext,
  { locate }: { readonly locate: boolean },
): Promise<readonly SeveralResult[]> {
  if (requests.length === 0) return [];
  const prepared = [];
  for (const request of requests) {
    prepared.push(await orError(() => prepareProfile(request)));
  }
  await giveUpRights(context);
  const results: SeveralResult[] = [];
  for (const profile of prepared) {
    results.push(
      profile instanceof ProfileError
        ? profile
        : await orError(() => finishProfile(profile, { locate })),
    );
  }
  return results;
}

async function orError<T>(make: () => Promise<T>): Promise<T | ProfileError> {
  try {
    return await make();
  } catch (error) {
    if (error instanceof ProfileError) return error;
    throw error;
  }
}
