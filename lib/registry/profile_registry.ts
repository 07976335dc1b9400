import type { Diagnostic } from "../base/diagnostic.ts";
import type {
  RegistrySelector,
  RegistrySource,
} from "../selector/profile_selector.ts";
import type { Territory } from "../trust/territory.ts";

/** A profile that has a name. */
export interface ProfileEntry {
  /** Where it was found. */
  readonly source: RegistrySource;
  /** As its source calls it: `coder`. */
  readonly name: string;
  /** The selector that always means it: `project:coder`. */
  readonly qualifiedName: string;
  /** Absolute; for a builtin the resource inside the program. */
  readonly path: string;
  /** What the registry, or a builtin profile itself, says of it. */
  readonly description?: string;
  /** Only an `ok` entry can be picked. */
  readonly status: "ok" | "missing" | "unsupported";
  /** Why the status is not `ok`. */
  readonly reason?: string;
  /** What to do instead, where that is known. */
  readonly help?: string;
  /** Whether `default` means this entry. */
  readonly isDefault: boolean;
}

/** A registry file that was found. */
export interface RegistryFile {
  /** Whose registry it is. */
  readonly source: "user" | "project";
  /** Absolute. */
  readonly path: string;
  /** The folder its paths are relative to. */
  readonly directory: string;
  /** Of a project's: real path of the folder that all it names has to lie in. */
  readonly project?: string;
  /** What is in it; left out when it cannot be read. */
  readonly text?: string;
  /**
   * Why the file cannot be used; empty when it can. Of a file with problems no
   * entry is known.
   */
  readonly problems: readonly Diagnostic[];
}

/** What `default` means. */
export interface DefaultProfile {
  /** Always an entry of a registry, never a path. */
  readonly selector: RegistrySelector;
  /** Whose `default` it is. */
  readonly declaredBy: RegistrySource;
  /** Set when no such entry exists: the error of using it, with its place. */
  readonly problem?: Diagnostic;
}

/** A name that a registry file gives to an entry of any registry. */
export interface ProfileAlias {
  /** As it is typed: `coder`. It has no qualified form. */
  readonly name: string;
  /** Whose file declares it. */
  readonly declaredBy: "user" | "project";
  /** The entry that it means. */
  readonly selector: RegistrySelector;
  /** Set when no such entry exists: the error of using it, with its place. */
  readonly problem?: Diagnostic;
}

/** Every profile that can be chosen by a name, from all sources. */
export interface ProfileRegistry {
  /** Builtin, then user, then project; in the order of their files. */
  readonly entries: readonly ProfileEntry[];
  /** The user's, then the project's; in the order of their files. */
  readonly aliases: readonly ProfileAlias[];
  /** Left out when a file that may declare it has problems. */
  readonly default?: DefaultProfile;
  /** All problems of all files, dangling defaults and aliases among them. */
  readonly problems: readonly Diagnostic[];
  /** The files that were found. */
  readonly files: readonly RegistryFile[];
  /** Where the user's files are; left out when no variable says it. */
  readonly configDirectory?: string;
  /** The folder that holds `.insomnia/profiles.toml`, if there is one. */
  readonly projectDirectory?: string;
  /** Origins that the user's registry trusts with keys. Default: none. */
  readonly trustedOrigins?: readonly string[];
  /** Which folders belong to whom: decides which links are followed. */
  readonly territory?: Territory;
}
