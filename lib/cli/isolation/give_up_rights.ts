import { loadEvaluation } from "../../api/load_evaluator.ts";
import { giveUpPermissions } from "../../system/give_up_permissions.ts";
import type { CommandContext } from "../command.ts";

/**
 * Gives up every permission of this process for good: from then on it computes
 * and prints, whatever runs in it. Before that it asks for what is needed later
 * and could not be had any more.
 */
export async function giveUpRights(
  { reportOptions }: CommandContext,
): Promise<void> {
  await reportOptions();
  await loadEvaluation();
  giveUpPermissions();
}
