import { OneLineSchema, Sha256Schema } from "./names.ts";
import {
  byKind,
  exactly,
  list,
  oneOf,
  optional,
  pattern,
  type Schema,
  schemaOf,
  table,
  text,
} from "./schema.ts";

/** A profile chosen by its path; `<stdin>` for standard input. */
export interface PathSource {
  /** A file, or standard input. */
  readonly kind: "path";
  /** Absolute, or `<stdin>`. */
  readonly path: string;
}

/** A profile chosen by its registry name. */
export interface RegistryEntrySource {
  /** An entry of a registry. */
  readonly kind: "registry";
  /** Whose registry it is. */
  readonly source: "builtin" | "user" | "project";
  /** The name of the entry. */
  readonly name: string;
  /** Absolute; for a builtin the resource inside the program. */
  readonly path: string;
}

/** Where a profile was read from. */
export type ProfileSource = PathSource | RegistryEntrySource;

/** What a profile says about itself. */
export interface ProfileMetadata {
  /** The profile's slug, else the name it was chosen by. */
  readonly name: string;
  /** As the profile says it. */
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
  /** Where the providers came from. */
  readonly providers: CatalogOrigin;
  /** Where the models came from. */
  readonly models: CatalogOrigin;
  /** Of both as RFC 8785 canonical JSON, 64 hexadecimal digits. */
  readonly sha256: string;
}

/** Everything that decided the manifest, besides the launch. */
export interface ResolutionInputs {
  /** In the order of loading. */
  readonly modules: readonly ModuleDigest[];
  /** The catalog that was used. */
  readonly catalog: CatalogDigest;
  /** Program and version, as `insomnia-profile 0.1.0`. */
  readonly resolver: string;
}

/** Where a manifest came from. Nothing in it depends on the clock or the host. */
export interface Provenance {
  /** Which profile it was made from. */
  readonly source: ProfileSource;
  /** What the profile says of itself. */
  readonly profile: ProfileMetadata;
  /** What else went in. */
  readonly inputs: ResolutionInputs;
  /** `sha256:` and the digest of the manifest without this section. */
  readonly digest: string;
}

// The registry source first, so that the order of its fields is the order of
// printing: kind, source, name, path.
const ProfileSourceSchema: Schema<ProfileSource> = schemaOf<ProfileSource>()(
  byKind(
    table({
      kind: exactly("registry"),
      source: oneOf("builtin", "user", "project"),
      name: text(),
      path: text(),
    }),
    table({ kind: exactly("path"), path: text() }),
  ),
);

const OriginSchema: Schema<CatalogOrigin> = oneOf("builtin", "user", "given");

/** Schema of {@linkcode Provenance}. */
export const ProvenanceSchema: Schema<Provenance> = schemaOf<Provenance>()(
  table({
    source: ProfileSourceSchema,
    profile: table({
      name: text(),
      description: optional(OneLineSchema),
      format: pattern(
        /^insomnia\.[a-z-]+\.v[0-9]+$/,
        "a profile format, such as `insomnia.lua-profile.v1`",
      ),
    }),
    inputs: table({
      modules: list(table({ name: text(), sha256: Sha256Schema })),
      catalog: table({
        providers: OriginSchema,
        models: OriginSchema,
        sha256: Sha256Schema,
      }),
      resolver: text(),
    }),
    digest: pattern(
      /^sha256:[0-9a-f]{64}$/,
      "`sha256:` and 64 hexadecimal digits",
    ),
  }),
);
