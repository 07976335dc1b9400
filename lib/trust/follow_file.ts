import { baseName, directoryOf, isInside } from "../base/file_path.ts";
import type { System } from "../system/system.ts";
import { type FollowedLink, followLinks } from "./follow_links.ts";
import { projectOf } from "./project_of.ts";
import { groundOf, type Territory } from "./territory.ts";
import { type Namer, trustFor } from "./trust_table.ts";

/** Who can name a file; an import names an entry, and a link is met on the way. */
export type FileNamer = Extract<Namer, "typed" | "user" | "project">;

/** A file that may be read. */
export interface TrustedFile {
  /** To be read by this path: it is the one that was looked at. */
  readonly real: string;
  /**
   * Whether a link led there, which stands where somebody else may have put it.
   * Of such a file no line is shown before it is known to be a profile.
   */
  readonly throughLink: boolean;
}

/** Why a file is not read. */
export interface RefusedFile {
  /** Goes behind the file's name and a colon. */
  readonly reason: string;
  readonly help: string;
}

/**
 * Follows the path of a file to be read as a profile or a module, as far as
 * whoever named it is trusted.
 *
 * @param path absolute
 * @throws {SystemError} when nothing is there, or it cannot be looked at
 */
export async function followFile(
  system: System,
  path: string,
  namedBy: FileNamer,
  territory: Territory,
): Promise<TrustedFile | RefusedFile> {
  const { real, links } = await followLinks(system, path);
  if (namedBy === "project") {
    const { project } = territory;
    const refused = refusedBy("project", real, project, path, territory);
    if (refused) return refused;
    const throughLink = links.some(({ stands }) =>
      project !== undefined && isInside(project, stands)
    );
    return { real, throughLink };
  }
  // Links in the user's config directory are the user's own, even if it is kept
  // in a repository.
  for (const { stands, leads } of links) {
    if (isIn(territory.config, stands)) continue;
    const project = await projectOf(system, stands, territory.home);
    if (project === undefined) continue;
    const refused = refusedBy("link", leads, project, path, territory) ??
      otherEnding(path, real);
    if (refused) return refused;
  }
  return { real, throughLink: links.some((link) => !isAbove(link, territory)) };
}

function refusedBy(
  by: "project" | "link",
  real: string,
  project: string | undefined,
  path: string,
  territory: Territory,
): RefusedFile | undefined {
  const where = groundOf(real, project, territory);
  const { answer, why } = trustFor({ asks: "read", by, where });
  if (answer === "refused") return { reason: why, help: HELP[by] };
  return by === "project" ? otherEnding(path, real) : undefined;
}

const HELP = {
  project:
    "keep the file inside the project; what is your own goes into your own `profiles.toml`, in the config directory",
  link: "if that file is the one you mean, name it itself, not the link",
} as const;

/** A `.lua` file that is really a `.env` is no Lua file. */
function otherEnding(path: string, real: string): RefusedFile | undefined {
  if (endingOf(path) === endingOf(real)) return undefined;
  return {
    reason: `it is a link to a file that does not end in \`${endingOf(path)}\``,
    help: "give both names the same ending, or name the file itself",
  };
}

function endingOf(path: string): string {
  const name = baseName(path);
  const dot = name.lastIndexOf(".");
  return dot > 0 ? name.slice(dot) : "";
}

function isIn(folder: string | undefined, path: string): boolean {
  return folder !== undefined && isInside(folder, path);
}

/** A link such as `/tmp` or `/home/ada`, which was not made for one file. */
function isAbove({ stands }: FollowedLink, { home }: Territory): boolean {
  return stands === directoryOf(stands) ||
    home !== undefined && home !== stands &&
      isInside(stands, home);
}
