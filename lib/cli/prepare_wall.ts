import { loadRun } from "../evaluate_document.ts";
import { holdTexts } from "../resources.ts";
import { giveUpPermissions } from "../system/give_up_permissions.ts";
import type { CommandContext } from "./command.ts";

/**
 * Makes known what may have to be loaded or asked once this process has no
 * rights left.
 *
 * @param builtins whether builtin profiles are among what is looked at then
 * @returns gives up every permission for good: from then on this process
 * computes and prints, whatever runs in it
 */
export async function prepareWall(
  { lookAround }: CommandContext,
  { builtins }: { readonly builtins: boolean },
): Promise<() => void> {
  await lookAround();
  await import(import.meta.resolve("./late_parts.ts"));
  if (builtins) {
    await import(import.meta.resolve("./late_builtin_parts.ts"));
    await holdTexts();
    await loadRun();
  }
  return giveUpPermissions;
}
