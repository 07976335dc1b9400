/** A profile chosen by its path; `<stdin>` for standard input. */
export interface PathSource {
  readonly kind: "path";
  readonly path: string;
}

/** A profile chosen by its registry name. */
export interface RegistryEntrySource {
  readonly kind: "registry";
  readonly source: "builtin" | "user" | "project";
  readonly name: string;
  /** Absolute; for a builtin the resource inside the program. */
  readonly path: string;
}

/** Where a profile was read from. */
export type ProfileSource = PathSource | RegistryEntrySource;

/** What a profile says about itself. */
export interface ProfileMetadata {
  readonly name: string;
  readonly description?: string;
  /** `insomnia.lua-profile.v1`, or another format of that form. */
  readonly format: string;
}

/** One Lua source that was evaluated. */
export interface ModuleDigest {
  /** `coder.lua`, `shared.models`, `builtin:default`. */
  readonly name: string;
  /** Of its bytes, 64 hexadecimal digits. */
  readonly sha256: string;
}

/** Where a file of the catalog came from. */
export type CatalogOrigin = "builtin" | "user" | "given";

/** The catalog that was looked into. */
export interface CatalogDigest {
  readonly providers: CatalogOrigin;
  readonly models: CatalogOrigin;
  /** Of both as RFC 8785 canonical JSON, 64 hexadecimal digits. */
  readonly sha256: string;
}

/** Everything that decided the manifest, besides the launch. */
export interface ResolutionInputs {
  /** In the order of loading. */
  readonly modules: readonly ModuleDigest[];
  readonly catalog: CatalogDigest;
  /** Program and version, as `insomnia-profile 0.1.0`. */
  readonly resolver: string;
}

/** Where a manifest came from. Nothing in it depends on the clock or the host. */
export interface Provenance {
  readonly source: ProfileSource;
  readonly profile: ProfileMetadata;
  readonly inputs: ResolutionInputs;
  /** `sha256:` and the digest of the manifest without this section. */
  readonly digest: string;
}
