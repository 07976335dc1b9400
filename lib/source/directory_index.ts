import type { DirectoryEntry } from "../system/system.ts";

/** A directory's entries, to be asked for many names. */
export interface DirectoryIndex {
  /** By name, the same on every disk. */
  readonly entries: readonly DirectoryEntry[];
  named(name: string): DirectoryEntry | undefined;
  /** The name that differs in letter case alone. */
  inOtherCase(name: string): string | undefined;
}

/**
 * Makes the entries of a directory quick to look into. Each module of each
 * profile of a folder asks for two names, so that searching the whole directory
 * each time would make a `check` of it quadratic.
 */
export function directoryIndex(
  listing: readonly DirectoryEntry[],
): DirectoryIndex {
  const entries = [...listing].sort((a, b) => a.name < b.name ? -1 : 1);
  const byName = new Map(entries.map((entry) => [entry.name, entry]));
  let bySmallName: Map<string, string> | undefined;
  return {
    entries,
    named: (name) => byName.get(name),
    inOtherCase(name) {
      if (!bySmallName) {
        bySmallName = new Map();
        for (const { name } of entries) {
          const small = name.toLowerCase();
          if (!bySmallName.has(small)) bySmallName.set(small, name);
        }
      }
      return bySmallName.get(name.toLowerCase());
    },
  };
}
