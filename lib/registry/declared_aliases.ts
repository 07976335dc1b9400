import type { Diagnostic } from "../base/diagnostic.ts";
import type { Problem } from "../base/problem.ts";
import type { LoadedRegistryFile } from "./loaded_registry_file.ts";
import type { ProfileAlias } from "./profile_registry.ts";
import type { FoundEntry } from "./registry_entries.ts";
import { suggestEntries } from "./suggest_entries.ts";
import type { DeclaredAlias } from "./validate_registry.ts";

/**
 * The aliases of all registry files. One that names nothing stays an alias,
 * with its problem: a name must not come to mean something else because a file
 * was removed.
 *
 * @returns also what is wrong with the files: a user's alias for a profile of
 * the project is not, where the project has none, because it is meant for
 * another project
 */
export async function declaredAliases(
  files: readonly LoadedRegistryFile[],
  entries: readonly FoundEntry[],
): Promise<{
  readonly aliases: readonly ProfileAlias[];
  readonly problems: readonly Diagnostic[];
}> {
  const aliases: ProfileAlias[] = [];
  const problems: Diagnostic[] = [];
  for (const file of files) {
    for (const alias of file.content?.aliases ?? []) {
      const problem = isThere(alias, files, entries)
        ? undefined
        : await dangling(alias, file, entries);
      aliases.push({
        ...alias,
        declaredBy: file.source,
        ...problem && { problem },
      });
      const isForElsewhere = file.source === "user" &&
        alias.selector.source === "project";
      if (problem && !isForElsewhere) problems.push(problem);
    }
  }
  return { aliases, problems };
}

/** Of a file with problems no entry is known: its problems say enough. */
function isThere(
  { selector: { source, name } }: DeclaredAlias,
  files: readonly LoadedRegistryFile[],
  entries: readonly FoundEntry[],
): boolean {
  return entries.some((entry) =>
    entry.source === source && entry.name === name
  ) || files.some((file) => file.source === source && !file.content);
}

async function dangling(
  { name, selector }: DeclaredAlias,
  file: LoadedRegistryFile,
  entries: readonly FoundEntry[],
): Promise<Diagnostic> {
  const { tomlDiagnostics } = await import("../document/toml_diagnostics.ts");
  const problem: Problem = {
    code: "alias-dangling",
    severity: "error",
    message:
      `the ${file.source} registry's alias \`${name}\` is \`${selector.source}:${selector.name}\`:` +
      " there is no such profile",
    path: ["alias", name],
    at: "value",
    ...suggestEntries(selector.name, entries),
  };
  return tomlDiagnostics([problem], file.text ?? "", file.path)[0]!;
}
