import type { Diagnostic } from "../base/diagnostic.ts";
import { directoryOf, isInside } from "../base/file_path.ts";
import { isNamed } from "../system/is_named.ts";
import { projectRegistryPaths } from "../system/standard_directories.ts";
import { type System, SystemError } from "../system/system.ts";
import { projectOfRegistry } from "../trust/project_of.ts";
import { isSameFolder } from "../trust/territory.ts";
import { loadRegistryFile, unreadable } from "./load_registry_file.ts";
import type { LoadedRegistryFile } from "./load_registry_file.ts";

/** The owner of what belongs to the machine: `root`. */
const ROOT = 0;

/**
 * Finds and reads the registry of the project that a workspace is in: the
 * nearest at or above it. That of the home directory is the user's data, and
 * counts in the home directory itself only.
 *
 * @param workspace absolute
 * @param home real path of the home directory
 * @returns `undefined` when there is none
 */
export async function projectRegistry(
  system: System,
  workspace: string,
  home: string | undefined,
): Promise<LoadedRegistryFile | undefined> {
  for (const path of projectRegistryPaths(workspace)) {
    const file = {
      source: "project",
      path,
      directory: directoryOf(path),
    } as const;
    try {
      // In most cases there is no file, and `stat` is cheaper than a failed
      // read.
      if (!await isNamed(system, path)) continue;
      const holder = directoryOf(file.directory);
      const isAbove = !await isSameFolder(system, holder, workspace);
      if (
        isAbove && home !== undefined &&
        await isSameFolder(system, holder, home)
      ) continue;
      const insomnia = await system.realPath(file.directory);
      const project = await projectOfRegistry(system, insomnia, home);
      const problem = isAbove && await foreignOwner(system, path, workspace) ||
        await outside(system, path, project);
      if (problem) return { ...file, project, problems: [problem] };
      const loaded = await loadRegistryFile(system, "project", path);
      if (loaded) return { ...loaded, project };
    } catch (error) {
      if (!(error instanceof SystemError)) throw error;
      return { ...file, problems: [unreadable("project", path, error)] };
    }
  }
}

/** Above the workspace others may have put one, as into `/tmp`. */
async function foreignOwner(
  system: System,
  path: string,
  workspace: string,
): Promise<Diagnostic | undefined> {
  const mine = (await system.fileInfo(workspace))?.owner;
  if (mine === undefined) return undefined;
  const owners = [
    await system.fileInfo(path),
    await system.fileInfo(path, { followLinks: false }),
    await system.fileInfo(directoryOf(path), { followLinks: false }),
  ].map((info) => info?.owner);
  if (
    owners.every((owner) =>
      owner === undefined || owner === mine || owner === ROOT
    )
  ) return undefined;
  return {
    code: "registry-refused",
    severity: "error",
    message:
      `the registry \`${path}\` is not used: it stands above the workspace and belongs to another user`,
    help:
      "if you trust it, name its folder as the workspace (`--workspace DIR`); else give the workspace a registry of its own",
  };
}

/** A link named `profiles.toml` could make an error quote any file. */
async function outside(
  system: System,
  path: string,
  project: string,
): Promise<Diagnostic | undefined> {
  const real = await system.realPath(path);
  if (isInside(project, real) && real.endsWith(".toml")) return undefined;
  return {
    code: "registry-refused",
    severity: "error",
    message:
      `the registry \`${path}\` is not used: it is a link that leads out of the project, or to a file that is no \`.toml\``,
    help: "put the file itself there",
  };
}
