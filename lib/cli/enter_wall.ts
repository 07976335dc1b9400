import { holdTexts } from "../resources.ts";
import { giveUpPermissions } from "../system/give_up_permissions.ts";

/**
 * Gives up every permission for good: from here on this process computes and
 * prints, whatever runs in it. What may have to be loaded later is made known
 * before.
 */
export async function enterWall(): Promise<void> {
  await import(import.meta.resolve("./late_parts.ts"));
  await holdTexts();
  giveUpPermissions();
}
