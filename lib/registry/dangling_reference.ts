import type { Diagnostic } from "../base/diagnostic.ts";
import type { FieldPath } from "../base/field_path.ts";
import type { RegistrySelector } from "../selector/profile_selector.ts";
import type { LoadedRegistryFile } from "./load_registry_file.ts";
import type { FoundEntry } from "./registry_entries.ts";
import { suggestEntries } from "./suggest_entries.ts";

/** Where a registry file names a profile. */
export interface ProfileReference {
  readonly file: LoadedRegistryFile;
  readonly code: "alias-dangling" | "default-dangling";
  /** What names it: `` alias `coder` ``. */
  readonly what: string;
  readonly path: FieldPath;
  readonly selector: RegistrySelector;
}

/**
 * The problem of a registry file that names a profile which is not there.
 *
 * @returns nothing where it is there, or nobody knows: of a file with problems
 * no entry is known, and its problems say enough
 */
export async function danglingReference(
  { file, code, what, path, selector: { source, name } }: ProfileReference,
  files: readonly LoadedRegistryFile[],
  entries: readonly FoundEntry[],
): Promise<Diagnostic | undefined> {
  const isThere = entries.some((entry) =>
    entry.source === source && entry.name === name
  );
  const isUnknown = files.some((other) =>
    other.source === source && !other.content
  );
  if (isThere || isUnknown) return undefined;
  const { tomlDiagnostics } = await import("../document/toml_diagnostics.ts");
  const [said] = tomlDiagnostics(
    [{
      code,
      severity: "error",
      message:
        `the ${file.source} registry's ${what} is \`${source}:${name}\`:` +
        " there is no such profile",
      path,
      at: "value",
      ...suggestEntries(name, entries),
    }],
    file.text ?? "",
    file.path,
  );
  return said;
}
