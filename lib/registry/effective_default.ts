import type { Diagnostic } from "../base/diagnostic.ts";
import type { LoadedRegistryFile } from "./loaded_registry_file.ts";
import type { DefaultProfile } from "./profile_registry.ts";
import type { FoundEntry } from "./registry_entries.ts";
import { suggestEntries } from "./suggest_entries.ts";

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
  // The user's file comes before the project's, whose word is the last.
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
  const isThere = entries.some((entry) =>
    entry.source === source && entry.name === written.name
  );
  // Of a file with problems no entry is known: its problems say enough.
  const isUnknown = files.some((other) =>
    other.source === source && !other.content
  );
  if (isThere || isUnknown) return { selector, declaredBy: file.source };
  const problem = await dangling(file, selector, entries);
  return { selector, declaredBy: file.source, problem };
}

async function dangling(
  file: LoadedRegistryFile,
  { source, name }: DefaultProfile["selector"],
  entries: readonly FoundEntry[],
): Promise<Diagnostic> {
  const { tomlDiagnostics } = await import("../document/toml_diagnostics.ts");
  return tomlDiagnostics(
    [{
      code: "default-dangling",
      severity: "error",
      message:
        `the ${file.source} registry's \`default\` is \`${source}:${name}\`:` +
        " there is no such profile",
      path: ["default"],
      at: "value",
      ...suggestEntries(name, entries),
    }],
    file.text ?? "",
    file.path,
  )[0]!;
}
