import type { Diagnostic } from "../base/diagnostic.ts";
import { danglingReference } from "./dangling_reference.ts";
import type { LoadedRegistryFile } from "./load_registry_file.ts";
import type { DefaultProfile } from "./profile_registry.ts";
import type { FoundEntry } from "./registry_entries.ts";

const BUILTIN_DEFAULT: DefaultProfile = {
  selector: { kind: "registry", source: "builtin", name: "default" },
  declaredBy: "builtin",
};

/**
 * What `default` means: the project's, else the user's, else
 * `builtin:default`. A default that names nothing stays the default, with its
 * problem: falling back would start a Pod from a profile nobody chose.
 *
 * @returns no default when a file that may declare it cannot be used; and the
 * problems of every file's default, also of one that does not count
 */
export async function effectiveDefault(
  files: readonly LoadedRegistryFile[],
  entries: readonly FoundEntry[],
): Promise<{
  readonly default?: DefaultProfile;
  readonly problems: readonly Diagnostic[];
}> {
  let effective: DefaultProfile | undefined = BUILTIN_DEFAULT;
  const problems: Diagnostic[] = [];
  // The project's file comes last and has precedence.
  for (const file of files) {
    if (!file.content) {
      effective = undefined;
      continue;
    }
    const declared = await declaredDefault(file, files, entries);
    if (declared?.problem) problems.push(declared.problem);
    effective = declared ?? effective;
  }
  return { ...effective && { default: effective }, problems };
}

async function declaredDefault(
  file: LoadedRegistryFile,
  files: readonly LoadedRegistryFile[],
  entries: readonly FoundEntry[],
): Promise<DefaultProfile | undefined> {
  const written = file.content?.default;
  if (!written) return undefined;
  const source = written.kind === "registry" ? written.source : file.source;
  const selector = { kind: "registry", source, name: written.name } as const;
  const problem = await danglingReference(
    {
      file,
      code: "default-dangling",
      what: "`default`",
      path: ["default"],
      selector,
    },
    files,
    entries,
  );
  return { selector, declaredBy: file.source, ...problem && { problem } };
}
