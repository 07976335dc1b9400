import { isInside } from "../base/file_path.ts";
import { homeDirectory } from "../system/standard_directories.ts";
import type { System } from "../system/system.ts";
import { unlessRefused } from "../system/unless_refused.ts";
import type { Ground } from "./trust_table.ts";

/** Which folders belong to whom, by real paths. */
export interface Territory {
  /** The project whose registry was found; left out without one. */
  readonly project?: string | undefined;
  /** The config directory; left out where no variable says it. */
  readonly config?: string | undefined;
  /** The home directory; left out where no variable says it. */
  readonly home?: string | undefined;
}

/**
 * On whose ground a real path lies.
 *
 * @param project the one that is asked about, of the registry or of a link
 */
export function groundOf(
  real: string,
  project: string | undefined,
  { config, home }: Territory,
): Ground {
  if (project !== undefined && isInside(project, real)) return "project";
  if (config !== undefined && isInside(config, real)) return "config";
  return home !== undefined && isInside(home, real) ? "home" : "elsewhere";
}

/**
 * The real path of the home directory; as named where nothing is there.
 *
 * @returns `undefined` when no variable says it, or none may be read
 */
export async function realHome(system: System): Promise<string | undefined> {
  return await unlessRefused(async () => {
    const home = homeDirectory(system);
    return home && await realPathOf(system, home);
  });
}

/** The real path of a folder; the given one if it cannot be found. */
export async function realPathOf(
  system: System,
  path: string,
): Promise<string> {
  return await unlessRefused(() => system.realPath(path), path);
}

/**
 * Whether two paths are one folder: by name, by real path, or by what the disk
 * says, which may not tell `Ada` from `ada`.
 */
export async function isSameFolder(
  system: System,
  one: string,
  other: string,
): Promise<boolean> {
  if (one === other) return true;
  const a = await realPathOf(system, one);
  const b = await realPathOf(system, other);
  if (a === b) return true;
  const inode = await inodeOf(system, a);
  return inode !== undefined && inode === await inodeOf(system, b);
}

async function inodeOf(
  system: System,
  path: string,
): Promise<string | undefined> {
  return (await unlessRefused(() => system.fileInfo(path)))?.inode;
}
