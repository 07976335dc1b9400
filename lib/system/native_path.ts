import { isAbsolute, joinPath } from "../base/file_path.ts";
import { SystemError } from "./system.ts";
import type { System } from "./system.ts";

/**
 * A path as Windows gives it, in the spelling of this program.
 *
 * @throws {SystemError} for a network path (`\\server\share`): it has no drive,
 * and everything here tells by the drive where a path begins
 *
 * @example
 * ```ts
 * import { fromWindowsPath } from "./native_path.ts";
 * import assert from "node:assert/strict";
 * assert.equal(fromWindowsPath("C:\\work\\team"), "C:/work/team");
 * ```
 */
export function fromWindowsPath(path: string): string {
  const slashed = path.replaceAll("\\", "/").replace(/^\/\/\?\/(?!UNC\/)/, "");
  if (slashed.startsWith("//")) {
    throw new SystemError(
      "other",
      path,
      `network paths are not supported: ${path}; give it a drive letter`,
    );
  }
  return slashed;
}

/**
 * The absolute path that a person or an environment variable means. On Windows
 * `\` separates folders; elsewhere it is a character like any other.
 *
 * @param base where relative paths start; default the current directory
 *
 * @example
 * ```ts
 * import { pathAsTyped } from "./native_path.ts";
 * import { memorySystem } from "./memory_system.ts";
 * import assert from "node:assert/strict";
 * const windows = memorySystem({ cwd: "C:/work" });
 * assert.equal(pathAsTyped(windows, ".\\coder.lua"), "C:/work/coder.lua");
 * ```
 */
export function pathAsTyped(
  system: System,
  text: string,
  base: string = system.cwd(),
): string {
  const onWindows = isAbsolute(base) && !base.startsWith("/");
  return joinPath(base, onWindows ? fromWindowsPath(text) : text);
}
