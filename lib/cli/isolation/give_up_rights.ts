import { loadEvaluation } from "../../api/load_evaluator.ts";
import { giveUpPermissions } from "../../system/give_up_permissions.ts";
import type { CommandContext } from "../command.ts";

/**
 * Gives up every permission of this process for good: from then on it computes
 * and prints, whatever runs in it. Before that it asks for what is needed later
 * and could not be had any more.
 *
 * @param kept by a process that reads again and leaves running to workers
 */
export async function giveUpRights(
  { reportOptions }: CommandContext,
  kept: Parameters<typeof giveUpPermissions>[0] = [],
): Promise<void> {
  await reportOptions();
  await loadEvaluation();
  giveUpPermissions(kept);
}
