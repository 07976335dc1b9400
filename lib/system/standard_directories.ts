import { isAbsolute, joinPath, withParents } from "../base/file_path.ts";
import { pathAsTyped } from "./native_path.ts";
import type { System } from "./system.ts";

/** What may stand in the config directory. */
export const USER_FILES = {
  registry: "profiles.toml",
  providers: "providers.toml",
  models: "models.toml",
} as const;

/**
 * Where a project's registry may be, the nearest first. The first that is there
 * is the project's.
 *
 * @param workspace absolute path
 *
 * @example
 * ```ts
 * import { projectRegistryPaths } from "./standard_directories.ts";
 * import assert from "node:assert/strict";
 * assert.deepEqual(projectRegistryPaths("/ws"), [
 *   "/ws/.insomnia/profiles.toml",
 *   "/.insomnia/profiles.toml",
 * ]);
 * ```
 */
export function projectRegistryPaths(workspace: string): string[] {
  return withParents(workspace)
    .map((directory) => joinPath(directory, ".insomnia/profiles.toml"));
}

/**
 * Where the user's `profiles.toml`, `providers.toml` and `models.toml` are:
 * `INSOMNIA_CONFIG_DIR`, else `$INSOMNIA_HOME/config`, else
 * `$XDG_CONFIG_HOME/insomnia`, else `$HOME/.config/insomnia` (`USERPROFILE`
 * where there is no `HOME`). It need not exist.
 *
 * @returns an absolute path; `undefined` when no variable is set
 *
 * @example
 * ```ts
 * import { configDirectory } from "./standard_directories.ts";
 * import { memorySystem } from "./memory_system.ts";
 * import assert from "node:assert/strict";
 * const system = memorySystem({ env: { HOME: "/home/ada" } });
 * assert.equal(configDirectory(system), "/home/ada/.config/insomnia");
 * ```
 */
export function configDirectory(system: System): string | undefined {
  const base = system.cwd();
  const given = system.env("INSOMNIA_CONFIG_DIR");
  if (given !== undefined) return pathAsTyped(base, given);
  const insomnia = system.env("INSOMNIA_HOME");
  if (insomnia !== undefined) return below(base, insomnia, "config");
  const xdg = system.env("XDG_CONFIG_HOME");
  // Its specification says that a relative path is to be ignored.
  if (xdg !== undefined && isAbsolute(xdg.replaceAll("\\", "/"))) {
    return below(base, xdg, "insomnia");
  }
  const home = homeVariable(system);
  return home && below(base, home, ".config/insomnia");
}

/**
 * Where stored Pods are: `INSOMNIA_DATA_DIR`, else `$INSOMNIA_HOME`, else
 * `$HOME/.insomnia` (`USERPROFILE` where there is no `HOME`). It need not exist.
 *
 * @returns an absolute path; `undefined` when no variable is set
 */
export function dataDirectory(system: System): string | undefined {
  const base = system.cwd();
  const given = system.env("INSOMNIA_DATA_DIR") ?? system.env("INSOMNIA_HOME");
  if (given !== undefined) return pathAsTyped(base, given);
  const home = homeVariable(system);
  return home && below(base, home, ".insomnia");
}

/**
 * Where the runtime keeps a folder for each Pod that lives:
 * `INSOMNIA_RUNTIME_DIR`, else `$INSOMNIA_HOME/run`, else
 * `$XDG_RUNTIME_DIR/insomnia`, else `$HOME/.insomnia/run`.
 *
 * @returns an absolute path; `undefined` when no variable is set
 */
export function runtimeDirectory(system: System): string | undefined {
  const base = system.cwd();
  const given = system.env("INSOMNIA_RUNTIME_DIR");
  if (given !== undefined) return pathAsTyped(base, given);
  const insomnia = system.env("INSOMNIA_HOME");
  if (insomnia !== undefined) return below(base, insomnia, "run");
  const xdg = system.env("XDG_RUNTIME_DIR");
  if (xdg !== undefined) return below(base, xdg, "insomnia");
  const home = homeVariable(system);
  return home && below(base, home, ".insomnia/run");
}

/**
 * The home directory as its variable names it.
 *
 * @returns an absolute path; `undefined` when no variable is set
 */
export function homeDirectory(system: System): string | undefined {
  const home = homeVariable(system);
  return home && pathAsTyped(system.cwd(), home);
}

function homeVariable(system: System): string | undefined {
  return system.env("HOME") ?? system.env("USERPROFILE");
}

function below(base: string, directory: string, path: string): string {
  return pathAsTyped(pathAsTyped(base, directory), path);
}
