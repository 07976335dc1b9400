import type { ProfileRegistry } from "../../registry/profile_registry.ts";
import type { CheckSubject } from "./check_subjects.ts";

/** A profile that was checked, and the modules that it loaded. */
interface Loaded {
  readonly subject: CheckSubject;
  /** Names as a manifest has them: `shared.models`. */
  readonly modules: readonly string[];
}

/**
 * The files that profiles of a run loaded as modules: also by names that only
 * running them could tell.
 *
 * @returns absolute paths, of files that may be there
 */
export function loadedModules(
  loaded: readonly Loaded[],
  { entries }: ProfileRegistry,
): ReadonlySet<string> {
  const paths = new Map(
    entries.map(({ qualifiedName, path }) => [qualifiedName, path]),
  );
  const files = new Set<string>();
  for (const { subject: { selector }, modules } of loaded) {
    const path = selector.kind === "path"
      ? selector.path
      : selector.kind === "registry"
      ? paths.get(`${selector.source}:${selector.name}`)
      : undefined;
    if (path === undefined) continue;
    const directory = path.slice(0, path.lastIndexOf("/"));
    for (const name of modules) {
      const module = `${directory}/${name.replaceAll(".", "/")}`;
      files.add(`${module}.lua`).add(`${module}/init.lua`);
    }
  }
  return files;
}
