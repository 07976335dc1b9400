import { directoryOf } from "../base/file_path.ts";
import type { System } from "./system.ts";

/** Why something that has a name cannot be read. */
export const LEADS_NOWHERE =
  "it is, or stands behind, a link that leads nowhere";

/**
 * Whether something has this name: a link that leads nowhere has, too, and so
 * has everything below one. Who put it there means it, so that it must not be
 * taken for nothing.
 *
 * @param path absolute
 * @throws {SystemError}
 *
 * @example
 * ```ts
 * import { isNamed } from "./is_named.ts";
 * import { memorySystem } from "./memory_system.ts";
 * import assert from "node:assert/strict";
 * const system = memorySystem({ links: { "/ws/.insomnia": "/gone" } });
 * assert.equal(await isNamed(system, "/ws/.insomnia/profiles.toml"), true);
 * assert.equal(await isNamed(system, "/ws/profiles.toml"), false);
 * ```
 */
export async function isNamed(system: System, path: string): Promise<boolean> {
  // In most cases not even the folder exists.
  const folder = await infoOf(system, directoryOf(path));
  if (folder === undefined) return false;
  const isLost = folder.kind === "link" &&
    await system.stat(directoryOf(path)) === undefined;
  return isLost || await infoOf(system, path) !== undefined;
}

function infoOf(system: System, path: string) {
  return system.fileInfo(path, { followLinks: false });
}
