import {
  baseName,
  directoryOf,
  isInside,
  joinPath,
  withParents,
} from "../base/file_path.ts";
import type { System } from "../system/system.ts";

/**
 * The project that a folder is in: the nearest folder at or above it that has a
 * `.git` (a folder, or the file of a worktree or a submodule) of the same owner;
 * without one the nearest that holds an `.insomnia`. Never the home directory or
 * a folder above it: those hold more than one project.
 *
 * @param folder real path
 * @param home real path of the home directory
 * @returns real path; `undefined` when it is in none
 */
export async function projectOf(
  system: System,
  folder: string,
  home: string | undefined,
): Promise<string | undefined> {
  const repository = await repositoryOf(system, folder, home);
  if (repository !== undefined) return repository;
  for (const directory of withParents(folder)) {
    if (home !== undefined && isInside(directory, home)) return undefined;
    if (await system.stat(joinPath(directory, ".insomnia")) === "directory") {
      return directory;
    }
  }
  return undefined;
}

/**
 * The project that a registry in an `.insomnia` folder speaks for: all that it
 * names has to lie there.
 *
 * Without a repository around it that is the folder that holds `.insomnia`, but
 * for the home directory, where `.insomnia` holds the data of all projects: it
 * is then `.insomnia` alone. The same where a link called `.insomnia` leads to a
 * folder of another name, or else a link could name all that is around.
 *
 * @param insomnia real path of the `.insomnia` folder
 * @param home real path of the home directory
 */
export async function projectOfRegistry(
  system: System,
  insomnia: string,
  home: string | undefined,
): Promise<string> {
  const holder = directoryOf(insomnia);
  const repository = await repositoryOf(system, insomnia, home);
  if (repository !== undefined) return repository;
  const holdsHome = home !== undefined && isInside(holder, home);
  return holdsHome || baseName(insomnia) !== ".insomnia" ? insomnia : holder;
}

async function repositoryOf(
  system: System,
  folder: string,
  home: string | undefined,
): Promise<string | undefined> {
  const owner = (await system.fileInfo(folder))?.owner;
  for (const directory of withParents(folder)) {
    if (home !== undefined && isInside(directory, home)) return undefined;
    const git = await system.fileInfo(joinPath(directory, ".git"));
    if (git && git.owner === owner) return directory;
  }
  return undefined;
}
