import { joinPath } from "../base/file_path.ts";
import { failure, type ProfileError } from "../base/profile_error.ts";
import { formatSelector } from "../selector/format_selector.ts";
import { USER_FILES } from "../system/standard_directories.ts";
import type { NameMeaning } from "./name_meanings.ts";
import type { ProfileRegistry } from "./profile_registry.ts";

/** The error for a name that can mean several profiles: nobody guesses. */
export function ambiguousName(
  name: string,
  meanings: readonly NameMeaning[],
  registry: ProfileRegistry,
): ProfileError {
  const can = meanings.map(({ selector }) => `\`${formatSelector(selector)}\``);
  const line = aliasToAdd(name, meanings, registry);
  return failure(
    "profile-ambiguous",
    `\`${name}\` is ambiguous: it can be ${can.join(" or ")}`,
    {
      help: "write the one you mean, with its source" +
        (line === undefined
          ? ""
          : `; to settle it, add below \`[alias]\` in \`${line.file}\`: \`${line.text}\``),
    },
  );
}

/**
 * The line that would end an ambiguity: of the project's profile where the
 * project can say so, else of the user's, who has the last word.
 *
 * @returns the file and the line below its `[alias]`; `undefined` where no file
 * can settle it
 */
function aliasToAdd(
  name: string,
  meanings: readonly NameMeaning[],
  { files, configDirectory }: ProfileRegistry,
): { readonly file: string; readonly text: string } | undefined {
  const from = (source: string) =>
    meanings.find(({ selector }) => selector.source === source);
  // Two aliases contradict each other: one has to be removed.
  if (meanings.some(({ alias }) => alias?.declaredBy === "user")) {
    return undefined;
  }
  const project = files.find(({ source }) => source === "project");
  // If a project's alias hides a user's entry, the user's file has to agree
  // with the alias.
  const projectAlias = meanings.find(({ alias }) => alias !== undefined);
  const isUsers = from("user") !== undefined;
  const file = isUsers
    ? configDirectory && joinPath(configDirectory, USER_FILES.registry)
    : project?.path;
  const chosen = projectAlias ?? (isUsers ? from("user") : from("project"));
  if (file === undefined || chosen === undefined) return undefined;
  const { source, name: target } = chosen.selector;
  return { file, text: `${name} = "${source}:${target}"` };
}
