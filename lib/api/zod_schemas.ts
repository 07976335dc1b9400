// The formats as zod schemas, for programs that import the library.
import { MODELS, type ModelsDocument } from "../catalog/models_schema.ts";
import {
  PROVIDERS,
  type ProvidersDocument,
} from "../catalog/providers_schema.ts";
import {
  REGISTRY,
  type RegistryDocument,
} from "../registry/registry_schema.ts";
import { MANIFEST, PROFILE } from "../schema/field_table.ts";
import type { PodManifest } from "../schema/pod_manifest.ts";
import type { ProfileInput } from "../schema/profile_input.ts";
import { type Schema, zodSchema } from "../schema/zod_schema.ts";

/**
 * Zod schema of {@linkcode PodManifest}: a complete manifest, without unknown
 * fields at any depth. A manifest file that leaves defaults out is completed by
 * `resolveManifestFile`.
 *
 * @example
 * ```ts
 * import { PodManifestSchema } from "@insomnia/profile";
 * import assert from "node:assert/strict";
 *
 * const result = PodManifestSchema.safeParse({ pod: { name: "demo" } });
 * assert.equal(result.success, false);
 * ```
 */
export const PodManifestSchema: Schema<PodManifest> = zodSchema(MANIFEST);

/** Zod schema of {@linkcode ProfileInput}: what a profile may return. */
export const ProfileSchema: Schema<ProfileInput> = zodSchema(PROFILE);

/** Zod schema of {@linkcode RegistryDocument}: the data of a `profiles.toml`. */
export const RegistrySchema: Schema<RegistryDocument> = zodSchema(
  REGISTRY.input,
);

/** Zod schema of {@linkcode ProvidersDocument}: the data of a `providers.toml`. */
export const ProvidersSchema: Schema<ProvidersDocument> = zodSchema(
  PROVIDERS.input,
);

/** Zod schema of {@linkcode ModelsDocument}: the data of a `models.toml`. */
export const ModelsSchema: Schema<ModelsDocument> = zodSchema(MODELS.input);
