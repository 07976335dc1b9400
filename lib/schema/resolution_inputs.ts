import type { SectionType } from "./field.ts";
import { list, oneOf, section, text } from "./field_types.ts";
import { MODEL_REF, SHA256 } from "./names.ts";

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

/** A sum as an example. */
export const SHA256_EXAMPLE =
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

/** Everything that decided a manifest, besides the launch. */
export const RESOLUTION_INPUTS: SectionType<ResolutionInputs> = section<
  ResolutionInputs
>({
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
