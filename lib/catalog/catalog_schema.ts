import { AuthDraftSchema } from "../schema/auth.ts";
import { CapabilityDraftSchema } from "../schema/capability.ts";
import { WireSchemeSchema } from "../schema/model.ts";
import { HttpUrlSchema } from "../schema/names.ts";
import {
  list,
  optional,
  pattern,
  type Schema,
  schemaOf,
  table,
  text,
  wholeNumber,
} from "../schema/schema.ts";
import type { ModelAuth } from "../schema/auth.ts";
import type { CapabilityDraft } from "../schema/capability.ts";
import type { WireScheme } from "../schema/model.ts";

/** A provider as `providers.toml` writes it. */
export interface ProviderEntry {
  /** The part of a model's `ref` before the first `/`; unique in the file. */
  readonly id: string;
  /** What people call it. */
  readonly display_name: string;
  /** The protocol its models are spoken to in. */
  readonly scheme: WireScheme;
  /** Where it answers. */
  readonly base_url?: string;
  /** `auth` of a model that writes none. */
  readonly auth_hint: ModelAuth;
  /** What its models can do, unless one says otherwise. */
  readonly default_capability?: CapabilityDraft;
  /** Tokens. */
  readonly default_context_window?: number;
}

/** The content of a `providers.toml`. */
export interface ProvidersDocument {
  /** At least none: an empty catalog is a catalog. */
  readonly provider: readonly ProviderEntry[];
}

/** A model as `models.toml` writes it. */
export interface ModelEntry {
  /** The part of a `ref` after the first `/`; unique with its provider. */
  readonly id: string;
  /** The id of its provider. */
  readonly provider: string;
  /** Tokens wanted. */
  readonly context_window?: number;
  /** Tokens the backend accepts. */
  readonly max_context_window?: number;
  /** Where it differs from the provider's. */
  readonly capability?: CapabilityDraft;
}

/** The content of a `models.toml`. */
export interface ModelsDocument {
  /** Left out: no models. */
  readonly model?: readonly ModelEntry[];
}

const ProviderIdSchema = pattern(
  /^[^\s/]+$/,
  "the id of a provider, without `/` and spaces",
);

const ProviderEntrySchema: Schema<ProviderEntry> = schemaOf<ProviderEntry>()(
  table({
    id: ProviderIdSchema.describe("The part of a ref before the first /"),
    display_name: text(),
    scheme: WireSchemeSchema.describe(
      "The protocol its models are spoken to in",
    ),
    base_url: optional(HttpUrlSchema.describe("Where it answers")),
    auth_hint: AuthDraftSchema,
    default_capability: optional(
      CapabilityDraftSchema.describe("Of models that say nothing else"),
    ),
    default_context_window: optional(
      wholeNumber().describe("Tokens, of models that say nothing else"),
    ),
  }),
);

const ModelEntrySchema: Schema<ModelEntry> = schemaOf<ModelEntry>()(
  table({
    id: pattern(/^\S+$/, "the id of a model, without spaces")
      .describe("The part of a ref after the first /"),
    provider: ProviderIdSchema.describe("The id of its provider"),
    context_window: optional(wholeNumber().describe("Tokens wanted")),
    max_context_window: optional(
      wholeNumber().describe("Tokens the backend accepts"),
    ),
    capability: optional(
      CapabilityDraftSchema.describe("What the model can do"),
    ),
  }),
);

/** Schema of {@linkcode ProvidersDocument}, strict at every depth. */
export const ProvidersSchema: Schema<ProvidersDocument> = schemaOf<
  ProvidersDocument
>()(table({ provider: list(ProviderEntrySchema) })).meta({
  title: "Insomnia model providers",
  description: "providers.toml: the providers of the model catalog",
});

/** Schema of {@linkcode ModelsDocument}, strict at every depth. */
export const ModelsSchema: Schema<ModelsDocument> = schemaOf<
  ModelsDocument
>()(table({ model: optional(list(ModelEntrySchema)) })).meta({
  title: "Insomnia models",
  description: "models.toml: the models of the model catalog",
});
