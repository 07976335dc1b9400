import type { SectionType } from "./field.ts";
import {
  list,
  oneOf,
  pattern,
  section,
  text,
  variants,
} from "./field_types.ts";
import { MODEL_REF, ONE_LINE, SHA256 } from "./names.ts";

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

/** The references that the models of a manifest were pinned from, by section. */
export interface ModelReferences {
  /** Of the Pod's own model. */
  readonly model?: string;
  /** Of who compacts. */
  readonly "compaction.model"?: string;
  /** Of who extracts memories. */
  readonly "memory.extract_model"?: string;
  /** Of who consolidates memories. */
  readonly "memory.consolidation_model"?: string;
}

/** Everything that decided the manifest, besides the launch. */
export interface ResolutionInputs {
  /** In the order of loading. */
  readonly modules: readonly ModuleDigest[];
  /** A model that was described without a `ref` is not there. */
  readonly models: ModelReferences;
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
const SOURCE = variants<ProfileSource>({
  registry: {
    description: "The profile was chosen by its name in a registry",
    fields: {
      source: {
        type: oneOf("builtin", "user", "project"),
        description: "The registry that the profile comes from",
        required: "always",
        example: "project",
      },
      name: {
        type: text(),
        description: "Name in the registry",
        required: "always",
        example: "coder",
      },
      path: {
        type: text(),
        description:
          "Absolute path of the profile file; for a builtin profile, its path inside the program",
        required: "always",
        example: "/ws/.insomnia/profiles/coder.lua",
      },
    },
  },
  path: {
    description: "The profile was chosen by its path",
    fields: {
      path: {
        type: text(),
        description: "Absolute path of the profile file, or `<stdin>`",
        required: "always",
        example: "/ws/coder.lua",
      },
    },
  },
});

const METADATA = section<ProfileMetadata>({
  name: {
    type: text(),
    description:
      "The profile's `slug`, else its name in the registry, else its file name",
    required: "always",
    example: "coder",
  },
  description: {
    type: ONE_LINE,
    description: "Description from the profile or its registry",
    example: "Writes code in this workspace",
  },
  format: {
    type: pattern(
      /^insomnia\.[a-z-]+\.v[0-9]+$/,
      "a profile format, such as `insomnia.lua-profile.v1`",
    ),
    description: "Format of the profile",
    required: "always",
    example: "insomnia.lua-profile.v1",
  },
});

const SHA256_EXAMPLE =
  "5891b5b522d5df086d0ff0b110fbd9d21bb4fc7163af34d08286a2e846f6be03";

const MODULE = section<ModuleDigest>({
  name: {
    type: text(),
    description: "Name of the source: a file, a module or an import",
    required: "always",
    example: "shared.models",
  },
  sha256: {
    type: SHA256,
    description: "SHA-256 of its bytes, as 64 hexadecimal digits",
    required: "always",
    example: SHA256_EXAMPLE,
  },
});

const CATALOG_ORIGIN = oneOf("builtin", "user", "given");

const CATALOG_DIGEST = section<CatalogDigest>({
  providers: {
    type: CATALOG_ORIGIN,
    description: "Where the providers came from",
    required: "always",
    example: "builtin",
  },
  models: {
    type: CATALOG_ORIGIN,
    description: "Where the models came from",
    required: "always",
    example: "user",
  },
  sha256: {
    type: SHA256,
    description:
      "SHA-256 of both as RFC 8785 canonical JSON, as 64 hexadecimal digits",
    required: "always",
    example: SHA256_EXAMPLE,
  },
});

const REFERENCES = section<ModelReferences>({
  "model": {
    type: MODEL_REF,
    description: "Reference that the Pod's model was pinned from",
    example: "anthropic/claude-sonnet-4-6",
  },
  "compaction.model": {
    type: MODEL_REF,
    description: "Reference that `compaction.model` was pinned from",
    example: "anthropic/claude-haiku-4-5",
  },
  "memory.extract_model": {
    type: MODEL_REF,
    description: "Reference that `memory.extract_model` was pinned from",
    example: "anthropic/claude-haiku-4-5",
  },
  "memory.consolidation_model": {
    type: MODEL_REF,
    description: "Reference that `memory.consolidation_model` was pinned from",
    example: "anthropic/claude-haiku-4-5",
  },
});

const INPUTS = section<ResolutionInputs>({
  modules: {
    type: list(MODULE),
    description: "Every source that was evaluated, in the order of loading",
    required: "always",
    example: [{ name: "coder.lua", sha256: SHA256_EXAMPLE }],
  },
  models: {
    type: REFERENCES,
    description: "References that the models were pinned from, by section",
    required: "always",
    example: { model: "anthropic/claude-sonnet-4-6" },
  },
  catalog: {
    type: CATALOG_DIGEST,
    description: "The catalog that models were looked up in",
    required: "always",
  },
  resolver: {
    type: text(),
    description: "Program and version that made the manifest",
    required: "always",
    example: "insomnia-profile 0.1.0",
  },
});

/** Where a manifest came from. */
export const PROVENANCE: SectionType<Provenance> = section<Provenance>({
  source: {
    type: SOURCE,
    description: "Which profile it was made from",
    required: "always",
    example: { kind: "path", path: "/ws/coder.lua" },
  },
  profile: {
    type: METADATA,
    description: "What the profile says about itself",
    required: "always",
  },
  inputs: {
    type: INPUTS,
    description: "What the manifest was made from, besides the launch inputs",
    required: "always",
  },
  digest: {
    type: pattern(
      /^sha256:[0-9a-f]{64}$/,
      "`sha256:` and 64 hexadecimal digits",
    ),
    description:
      "SHA-256 of the manifest without this section, as RFC 8785 canonical JSON",
    required: "always",
    example: `sha256:${SHA256_EXAMPLE}`,
  },
});
