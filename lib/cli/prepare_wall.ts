import { holdTexts } from "../resources.ts";
import { giveUpPermissions } from "../system/give_up_permissions.ts";

/**
 * Makes known what may have to be loaded once this process has no rights left.
 *
 * @returns gives up every permission for good: from then on this process
 * computes and prints, whatever runs in it
 */
export async function prepareWall(): Promise<() => void> {
  await import(import.meta.resolve("./late_parts.ts"));
  await holdTexts();
  return giveUpPermissions;
}
