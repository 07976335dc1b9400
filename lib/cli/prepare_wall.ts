import { loadRun } from "../api/evaluate_document.ts";
import { profileText } from "../resources/builtin_resources.ts";
import { giveUpPermissions } from "../system/give_up_permissions.ts";
import type { CommandContext } from "./command.ts";

/**
 * Asks for what is needed once this process has no rights left.
 *
 * @param builtins whether builtin profiles are among what is looked at then
 * @returns gives up every permission for good: from then on this process
 * computes and prints, whatever runs in it
 */
export async function prepareWall(
  { reportOptions }: CommandContext,
  { builtins }: { readonly builtins: boolean },
): Promise<() => void> {
  await reportOptions();
  if (builtins) {
    // Texts from a URL cannot be loaded afterwards; code can.
    await profileText("default");
    await loadRun();
  }
  return giveUpPermissions;
}
