import { AuthDraftSchema } from "../schema/auth.ts";
import { CapabilityDraftSchema } from "../schema/capability.ts";
import { U32_MAX } from "../schema/bounds.ts";
import { WireSchemeSchema } from "../schema/model.ts";
import { isDay } from "../schema/text_forms.ts";
import { HttpUrlSchema, OneLineSchema } from "../schema/names.ts";
import {
  checkedText,
  flag,
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

/** The token budgets a model takes. */
export interface ReasoningBudget {
  /** Default 1024. */
  readonly min?: number;
  /** Left out: no limit of its own. */
  readonly max?: number;
}

/**
 * A model as `models.toml` writes it. The fields after `capability` guide
 * resolution and warnings; none of them stands in a manifest.
 */
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
  /** Tokens of one answer, thinking included. */
  readonly max_output_tokens?: number;
  /** Effort labels it takes. Default `low`, `medium`, `high`. */
  readonly reasoning_efforts?: readonly string[];
  /** Budgets it takes. */
  readonly reasoning_budget?: ReasoningBudget;
  /** `false`: it refuses `temperature`, `top_p` and `top_k`. Default `true`. */
  readonly temperature?: boolean;
  /** `worker.max_tokens` on the scheme `anthropic` where nothing else sets it. */
  readonly default_max_tokens?: number;
  /** What its user should know, in one sentence. */
  readonly note?: string;
  /** The first day without it, UTC, `YYYY-MM-DD`; a date in TOML. */
  readonly retires?: string;
  /** The id of the model to take instead, of the same provider. */
  readonly replacement?: string;
}

/** A model that is gone. */
export interface RetiredModel {
  /** The id of its provider. */
  readonly provider: string;
  /** The part of a `ref` after the first `/`. */
  readonly id: string;
  /** The first day without it, UTC, `YYYY-MM-DD`; a date in TOML. */
  readonly since: string;
  /** The id of the model to take instead, of the same provider. */
  readonly replacement?: string;
}

/** The content of a `models.toml`. */
export interface ModelsDocument {
  /** Left out: no models. */
  readonly model?: readonly ModelEntry[];
  /** Left out: none is known to be gone. */
  readonly retired?: readonly RetiredModel[];
}

const ProviderIdSchema = pattern(
  /^[^\s/]+$/,
  "the id of a provider, without `/` and spaces",
);

const ModelIdSchema = pattern(/^\S+$/, "the id of a model, without spaces");

const DateSchema = checkedText(isDay, "a date, such as `2027-01-31`", {
  format: "date",
});

const EffortSchema = pattern(/^\S+$/, "one word, such as `high`");

const ReasoningBudgetSchema: Schema<ReasoningBudget> = schemaOf<
  ReasoningBudget
>()(table({
  min: optional(wholeNumber().describe("The least it takes, in tokens")),
  max: optional(wholeNumber().describe("The most it takes, in tokens")),
}));

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
    id: ModelIdSchema.describe("The part of a ref after the first /"),
    provider: ProviderIdSchema.describe("The id of its provider"),
    context_window: optional(wholeNumber().describe("Tokens wanted")),
    max_context_window: optional(
      wholeNumber().describe("Tokens the backend accepts"),
    ),
    capability: optional(
      CapabilityDraftSchema.describe("What the model can do"),
    ),
    max_output_tokens: optional(
      wholeNumber(1).describe("Tokens of one answer, thinking included"),
    ),
    reasoning_efforts: optional(
      list(EffortSchema, 1).describe("Effort labels the model takes"),
    ),
    reasoning_budget: optional(
      ReasoningBudgetSchema.describe("Token budgets the model takes"),
    ),
    temperature: optional(
      flag().describe("false: it refuses temperature, top_p and top_k"),
    ),
    default_max_tokens: optional(
      wholeNumber(1, U32_MAX).describe(
        "worker.max_tokens on the scheme anthropic where nothing else sets it",
      ),
    ),
    note: optional(OneLineSchema.describe("What its user should know")),
    retires: optional(DateSchema.describe("The first day without it, UTC")),
    replacement: optional(ModelIdSchema.describe("The model to take instead")),
  }),
);

const RetiredModelSchema: Schema<RetiredModel> = schemaOf<RetiredModel>()(
  table({
    provider: ProviderIdSchema.describe("The id of its provider"),
    id: ModelIdSchema.describe("The part of a ref after the first /"),
    since: DateSchema.describe("The first day without it, UTC"),
    replacement: optional(ModelIdSchema.describe("The model to take instead")),
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
>()(table({
  model: optional(list(ModelEntrySchema)),
  retired: optional(
    list(RetiredModelSchema).describe("Models that are gone"),
  ),
})).meta({
  title: "Insomnia models",
  description: "models.toml: the models of the model catalog",
});
