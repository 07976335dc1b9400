import type { Diagnostic } from "../base/diagnostic.ts";
import { directoryOf } from "../base/file_path.ts";
import { isNamed, LEADS_NOWHERE } from "../system/is_named.ts";
import { refusalCode, type System, SystemError } from "../system/system.ts";
import type { RegistryFile } from "./profile_registry.ts";
import type { RegistryContent } from "./validate_registry.ts";

const MAX_REGISTRY_BYTES = 1024 * 1024;

/** A registry file, and what it says when it has no problems. */
export interface LoadedRegistryFile extends RegistryFile {
  readonly content?: RegistryContent;
}

/**
 * Reads one `profiles.toml`. Nothing that is wrong with it is thrown: other
 * sources can be used all the same.
 *
 * @param path absolute
 * @returns `undefined` when there is no such file
 */
export async function loadRegistryFile(
  system: System,
  source: "user" | "project",
  path: string,
): Promise<LoadedRegistryFile | undefined> {
  const file = { source, path, directory: directoryOf(path) };
  let bytes: Uint8Array;
  try {
    // In most cases there is no file, and `stat` is cheaper than a failed read.
    if (!await isNamed(system, path)) return undefined;
    bytes = await system.readFile(path, MAX_REGISTRY_BYTES);
  } catch (error) {
    if (!(error instanceof SystemError)) throw error;
    // Gone in between, if it is no link that stays.
    if (error.kind === "not-found" && !await isNamed(system, path)) {
      return undefined;
    }
    return { ...file, problems: [unreadable(source, path, error)] };
  }
  const { parseRegistryFile } = await import("./parse_registry_file.ts");
  return { ...file, ...await parseRegistryFile(bytes, path, source) };
}

/** The diagnostic of a registry file that cannot be read. */
export function unreadable(
  source: "user" | "project",
  path: string,
  error: SystemError,
): Diagnostic {
  return {
    code: refusalCode(error),
    severity: "error",
    message: `cannot read the ${source} registry \`${path}\`: ${
      error.kind === "not-found" ? LEADS_NOWHERE : error.message
    }`,
  };
}
