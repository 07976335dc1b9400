import { builtins } from "../resources/builtin_resources.ts";
import { pathAsTyped } from "../system/native_path.ts";
import { type System, SystemError } from "../system/system.ts";
import { followFile } from "../trust/follow_file.ts";
import type { Territory } from "../trust/territory.ts";
import { unsupportedFile } from "./profile_file.ts";
import type { ProfileEntry, RegistryFile } from "./profile_registry.ts";
import type { DeclaredEntry } from "./validate_registry.ts";

/** An entry before it is known which one is the default. */
export type FoundEntry = Omit<ProfileEntry, "isDefault">;

/** The profiles inside the program. No Lua is loaded for them. */
export async function builtinEntries(): Promise<readonly FoundEntry[]> {
  const { profiles } = await builtins();
  return Object.entries(profiles).map((
    [name, { path, description }],
  ) => ({
    source: "builtin",
    name,
    qualifiedName: `builtin:${name}`,
    path,
    ...description !== undefined && { description },
    status: "ok",
  }));
}

/** The entries of a registry file, each looked at but not read. */
export async function fileEntries(
  system: System,
  file: RegistryFile,
  declared: readonly DeclaredEntry[],
  territory: Territory,
): Promise<FoundEntry[]> {
  const entries: FoundEntry[] = [];
  for (const { name, path, description } of declared) {
    entries.push({
      source: file.source,
      name,
      qualifiedName: `${file.source}:${name}`,
      ...description !== undefined && { description },
      ...await lookAt(system, file, path, territory),
    });
  }
  return entries;
}

async function lookAt(
  system: System,
  { directory, source }: RegistryFile,
  written: string,
  territory: Territory,
): Promise<Pick<FoundEntry, "path" | "status" | "reason" | "help">> {
  let path = written;
  try {
    path = pathAsTyped(directory, written);
    const unsupported = unsupportedFile(path);
    if (unsupported) return { path, status: "unsupported", ...unsupported };
    const kind = await system.stat(path);
    if (kind === "file") {
      const followed = await followFile(system, path, source, territory);
      return "reason" in followed
        ? { path, status: "unsupported", ...followed }
        : { path, status: "ok" };
    }
    const reason = kind === undefined
      ? "there is no such file"
      : "it is not a file";
    return { path, status: "missing", reason };
  } catch (error) {
    if (!(error instanceof SystemError)) throw error;
    return { path, status: "missing", reason: error.message };
  }
}
