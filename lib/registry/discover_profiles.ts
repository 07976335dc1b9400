import { checkOptions, OPTIONS } from "../base/check_options.ts";
import { directoryOf, joinPath } from "../base/file_path.ts";
import { ownSystem } from "../system/own_system.ts";
import { type System, SystemError } from "../system/system.ts";
import { declaredAliases } from "./declared_aliases.ts";
import { effectiveDefault } from "./effective_default.ts";
import { loadRegistryFile, unreadable } from "./load_registry_file.ts";
import type { LoadedRegistryFile } from "./load_registry_file.ts";
import type { ProfileRegistry, RegistryFile } from "./profile_registry.ts";
import { projectRegistry } from "./project_registry.ts";
import {
  builtinEntries,
  fileEntries,
  type FoundEntry,
} from "./registry_entries.ts";
import { configDirectory, USER_FILES } from "../system/standard_directories.ts";
import { realHome, realPathOf } from "../trust/territory.ts";

/** Where to look for profiles. */
export interface DiscoverOptions {
  /** Files and environment. Default: the real ones. */
  readonly system?: System | undefined;
  /**
   * Absolute path; the project's registry is the nearest in this folder or above
   * it. Default: the current directory.
   */
  readonly workspace?: string | undefined;
}

/**
 * Finds every profile that has a name: the builtin ones, those of the user's
 * `profiles.toml` and those of the project's. No profile is read or evaluated.
 *
 * A broken registry file does not throw: its problems are in the result, beside
 * the profiles of the other registries.
 *
 * @example
 * ```ts
 * import { discoverProfiles, memorySystem } from "@insomnia/profile";
 * import assert from "node:assert/strict";
 *
 * const system = memorySystem({
 *   files: {
 *     "/ws/.insomnia/profiles.toml": '[profile]\nmine = "mine.lua"\n',
 *     "/ws/.insomnia/mine.lua": "return {}",
 *   },
 * });
 * const registry = await discoverProfiles({ system, workspace: "/ws/src" });
 * assert.equal(registry.entries.at(-1)?.qualifiedName, "project:mine");
 * assert.equal(registry.projectDirectory, "/ws");
 * ```
 */
export async function discoverProfiles(
  options: DiscoverOptions = {},
): Promise<ProfileRegistry> {
  checkOptions(options, {
    system: OPTIONS.system,
    workspace: OPTIONS.path,
  });
  const system = options.system ?? await ownSystem();
  const workspace = options.workspace ?? system.cwd();
  const { directory, file: user } = await userFile(system);
  const home = await realHome(system);
  const project = await projectRegistry(system, workspace, home);
  const territory = {
    project: project?.project,
    config: directory && await realPathOf(system, directory),
    home,
  };
  const loaded = [user, project].filter((file) => file !== undefined);
  const found: FoundEntry[] = [...await builtinEntries()];
  for (const file of loaded) {
    const declared = file.content?.entries ?? [];
    for (const entry of await fileEntries(system, file, declared, territory)) {
      found.push(entry);
    }
  }
  const chosen = await effectiveDefault(loaded, found);
  const { aliases, problems } = await declaredAliases(loaded, found);
  return {
    entries: found.map((entry) => ({
      ...entry,
      isDefault: entry.source === chosen.default?.selector.source &&
        entry.name === chosen.default.selector.name,
    })),
    aliases,
    ...chosen.default && { default: chosen.default },
    problems: [
      ...loaded.flatMap((file) => file.problems),
      ...chosen.problems,
      ...problems,
    ],
    files: loaded.map(({ content: _, ...file }): RegistryFile => file),
    ...directory !== undefined && { configDirectory: directory },
    ...project && { projectDirectory: directoryOf(project.directory) },
    trustedOrigins: user?.content?.trustedOrigins ?? [],
    territory,
  };
}

async function userFile(
  system: System,
): Promise<{ directory?: string; file?: LoadedRegistryFile }> {
  try {
    const directory = configDirectory(system);
    if (directory === undefined) return {};
    const path = joinPath(directory, USER_FILES.registry);
    const file = await loadRegistryFile(system, "user", path);
    return { directory, ...file && { file } };
  } catch (error) {
    // Without permission to read the variable it is not known whether there is
    // a file.
    if (!(error instanceof SystemError)) throw error;
    const path = error.path;
    const problems = [unreadable("user", path, error)];
    return { file: { source: "user", path, directory: path, problems } };
  }
}
