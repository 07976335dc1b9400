/** An entry of a registry file written out. */
export interface RegistryEntryTable {
  /** Relative to the file that declares it, or absolute. */
  readonly path: string;
  /** One line of text. */
  readonly description?: string;
}

/** An entry of a registry file: a path, or a table with one. */
export type RegistryEntryValue = string | RegistryEntryTable;

/** The content of a `profiles.toml`. */
export interface RegistryDocument {
  /** Selector of the profile that is used when none is named. */
  readonly default?: string;
  /** Name to profile. */
  readonly profile?: Readonly<Record<string, RegistryEntryValue>>;
  /** An older name of `profile`. */
  readonly entries?: Readonly<Record<string, RegistryEntryValue>>;
}
