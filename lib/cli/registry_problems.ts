import type { Diagnostic } from "../base/diagnostic.ts";
import type { ProfileRegistry } from "../registry/profile_registry.ts";
import { unselectableEntries } from "../registry/unselectable_entries.ts";
import type { System } from "../system/system.ts";
import type { RegistrySource } from "../selector/profile_selector.ts";

/**
 * Everything that is wrong with registry files, where all their profiles are
 * wanted: the files themselves, defaults and aliases that name nothing, entries
 * whose file is missing.
 *
 * @param sources of whose files
 * @param strict whether warnings are errors
 * @param system where files of near names are looked for
 */
export async function registryProblems(
  registry: ProfileRegistry,
  sources: readonly RegistrySource[],
  strict: boolean,
  system: System,
): Promise<readonly Diagnostic[]> {
  const paths = new Set(
    registry.files.filter(({ source }) => sources.includes(source))
      .flatMap(({ path, problems }) => [path, ...problems]),
  );
  const problems = [
    ...registry.problems,
    ...await unselectableEntries(registry, system),
  ].filter((problem) =>
    // The problem of an unreadable file has no place, so it is found by
    // identity.
    paths.has(problem) || paths.has(problem.source?.file ?? "")
  );
  return strict
    ? problems.map((problem) => ({ ...problem, severity: "error" }))
    : problems;
}
