import { joinPath } from "../base/file_path.ts";
import { SystemError } from "./system.ts";

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
 * The absolute path that a person, a file or an environment variable means. On
 * Windows `\` separates folders; elsewhere it is a character like any other.
 *
 * @param base the absolute path where relative ones start; its drive letter
 * tells that this is Windows
 *
 * @example
 * ```ts
 * import { pathAsTyped } from "@insomnia/profile";
 * import assert from "node:assert/strict";
 * assert.equal(pathAsTyped("C:/work", ".\\coder.lua"), "C:/work/coder.lua");
 * assert.equal(pathAsTyped("/work", "../coder.lua"), "/coder.lua");
 * ```
 */
export function pathAsTyped(base: string, text: string): string {
  const onWindows = !base.startsWith("/");
  return joinPath(base, onWindows ? fromWindowsPath(text) : text);
}
