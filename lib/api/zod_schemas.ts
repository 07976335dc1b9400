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

/** Schema of {@linkcode PodManifest}, strict at every depth. */
export const PodManifestSchema: Schema<PodManifest> = zodSchema(MANIFEST);

/** Schema of {@linkcode ProfileInput}, strict at every depth. */
export const ProfileSchema: Schema<ProfileInput> = zodSchema(PROFILE);

/** Schema of {@linkcode RegistryDocument}, strict at every depth. */
export const RegistrySchema: Schema<RegistryDocument> = zodSchema(
  REGISTRY.input,
);

/** Schema of {@linkcode ProvidersDocument}, strict at every depth. */
export const ProvidersSchema: Schema<ProvidersDocument> = zodSchema(
  PROVIDERS.input,
);

/** Schema of {@linkcode ModelsDocument}, strict at every depth. */
export const ModelsSchema: Schema<ModelsDocument> = zodSchema(MODELS.input);
