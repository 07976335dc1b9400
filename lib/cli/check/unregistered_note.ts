import type { Diagnostic } from "../../base/diagnostic.ts";
import type { ProfileRegistry } from "../../registry/profile_registry.ts";
import { findProfileFiles } from "../../api/find_profile_files.ts";
import type { System } from "../../system/system.ts";
import { unlessRefused } from "../../system/unless_refused.ts";

const MOST_NAMED = 10;

/**
 * Says which files beside the project's registry look like profiles and are not
 * named in it: nobody can choose them by a name, and a check passes over them.
 */
export async function unregisteredNote(
  { entries, files }: ProfileRegistry,
  system: System,
): Promise<readonly Diagnostic[]> {
  const project = files.find(({ source }) => source === "project");
  // If the registry is broken, it is not known what it names.
  if (!project || project.problems.length > 0) return [];
  const { directory } = project;
  const except = new Set(entries.map(({ path }) => path));
  const left = await search(directory, system, except);
  if (left.length === 0) return [];
  const named = left.slice(0, MOST_NAMED)
    .map((path) => `\`${path.slice(directory.length + 1)}\``);
  const more = left.length - named.length;
  return [{
    code: "profile-unregistered",
    severity: "note",
    message: `the project's registry does not name ${named.join(", ")}${
      more > 0 ? ` and ${more} more` : ""
    } beside it, so nobody can choose ${
      left.length === 1 ? "it" : "them"
    } by a name`,
    help:
      "`insomnia-profile check .` checks what is not named, too; a `_` before a name marks a helper",
  }];
}

async function search(
  directory: string,
  system: System,
  except: ReadonlySet<string>,
): Promise<readonly string[]> {
  return await unlessRefused(
    () => findProfileFiles(directory, system, { except }),
    [],
  );
}
