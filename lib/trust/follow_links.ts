import {
  directoryOf,
  isAbsolute,
  joinPath,
  normalizePath,
} from "../base/file_path.ts";
import { MOST_LINKS, refusal, type System } from "../system/system.ts";

/** A symbolic link on the way to a file. */
export interface FollowedLink {
  /** Real path of the folder that it stands in. */
  readonly stands: string;
  /** Real path of what it leads to at last. */
  readonly leads: string;
}

/** Where a path leads, and by which links. */
export interface FollowedPath {
  readonly real: string;
  /** In the order in which they are met; empty for a path without one. */
  readonly links: readonly FollowedLink[];
}

/**
 * Follows a path to what it means. A link that leads to a link counts as two,
 * wherever they stand.
 *
 * @param path absolute
 * @throws {SystemError} when nothing is there
 */
export async function followLinks(
  system: System,
  path: string,
): Promise<FollowedPath> {
  const named = normalizePath(path);
  const real = await system.realPath(named);
  // A path without links needs only this one call.
  if (real === named) return { real, links: [] };
  const links: FollowedLink[] = [];
  let here = joinPath(named, "/");
  const waiting = partsOf(named.slice(here.length));
  for (let part = waiting.pop(); part !== undefined; part = waiting.pop()) {
    const next = part === ".." ? directoryOf(here) : joinPath(here, part);
    const info = await system.fileInfo(next, { followLinks: false });
    if (info?.kind !== "link") {
      here = next;
      continue;
    }
    links.push({ stands: here, leads: await system.realPath(next) });
    if (links.length > MOST_LINKS) {
      throw refusal("other", path, "too many levels of symbolic links");
    }
    const target = await system.readLink(next);
    if (isAbsolute(target)) here = joinPath(target, "/");
    for (const above of partsOf(target)) waiting.push(above);
  }
  return { real, links };
}

/** What a path goes through, the first part last; `..` stays one. */
function partsOf(path: string): string[] {
  const below = isAbsolute(path)
    ? path.slice(joinPath(path, "/").length)
    : path;
  return below.split("/").filter((part) => part !== "" && part !== ".")
    .reverse();
}
