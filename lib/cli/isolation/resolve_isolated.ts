import { finishProfile, prepareProfile } from "../../api/pipeline.ts";
import type { PrepareOptions } from "../../api/prepared_profile.ts";
import type { ResolvedProfile } from "../../api/resolved_profile.ts";
import type { CommandContext } from "../command.ts";
import { giveUpRights } from "./give_up_rights.ts";

/** What stands between a profile and this process. */
export interface Isolation {
  /**
   * The command writes a file afterwards, so this process keeps its rights and
   * a worker without any runs the profile. Otherwise this process gives up all
   * of its own before.
   */
  readonly writesAfterwards: boolean;
  /** Find where in the source each value came from, too. */
  readonly locate?: boolean;
}

/**
 * Resolves a profile behind the wall: everything is read first, then nothing
 * that runs the profile has any permission.
 *
 * @throws {ProfileError} with every problem of the profile
 */
export async function resolveIsolated(
  options: PrepareOptions,
  context: CommandContext,
  { writesAfterwards, locate = false }: Isolation,
): Promise<ResolvedProfile> {
  if (writesAfterwards) {
    return await finishProfile(
      await prepareProfile({ ...options, wall: "worker" }),
      { locate },
    );
  }
  const prepared = await prepareProfile(options);
  // Data runs no code, so no permission has to be given up.
  if (prepared.isCode) await giveUpRights(context);
  return await finishProfile(prepared, { locate });
}
