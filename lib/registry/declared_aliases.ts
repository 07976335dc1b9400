import type { Diagnostic } from "../base/diagnostic.ts";
import { danglingReference } from "./dangling_reference.ts";
import type { LoadedRegistryFile } from "./load_registry_file.ts";
import type { ProfileAlias } from "./profile_registry.ts";
import type { FoundEntry } from "./registry_entries.ts";

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
      const { name, selector } = alias;
      const problem = await danglingReference(
        {
          file,
          code: "alias-dangling",
          what: `alias \`${name}\``,
          path: ["alias", name],
          selector,
        },
        files,
        entries,
      );
      aliases.push({
        ...alias,
        declaredBy: file.source,
        ...problem && { problem },
      });
      const isForElsewhere = file.source === "user" &&
        selector.source === "project";
      if (problem && !isForElsewhere) problems.push(problem);
    }
  }
  return { aliases, problems };
}
