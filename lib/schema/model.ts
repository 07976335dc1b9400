import { AuthDraftSchema, ModelAuthSchema } from "./auth.ts";
import { CapabilityDraftSchema, ModelCapabilitySchema } from "./capability.ts";
import { DEFAULT_CONTEXT_WINDOW } from "./defaults.ts";
import { HttpUrlSchema, ModelRefSchema } from "./names.ts";
import {
  either,
  oneOf,
  optional,
  optionalFields,
  type Schema,
  schemaOf,
  table,
  text,
  wholeNumber,
} from "./schema.ts";
import type { ModelAuth } from "./auth.ts";
import type { CapabilityDraft, ModelCapability } from "./capability.ts";

/** The protocol a model is spoken to in. */
export type WireScheme =
  | "anthropic"
  | "openai_chat"
  | "openai_responses"
  | "gemini";

/** How much a profile wants its model to think; becomes `worker.reasoning`. */
export type Quality = "low" | "balanced" | "high" | "max";

/**
 * A model as a manifest holds it: `ref` is kept and every other field is filled
 * in, so that a later change of the catalog cannot change a Pod that exists.
 */
export interface PinnedModel {
  /** `<provider>/<model id>`, split at the first `/`. */
  readonly ref?: string;
  /** The protocol it is spoken to in. */
  readonly scheme: WireScheme;
  /** Left out: the scheme's own address. */
  readonly base_url?: string;
  /** What the provider calls the model. */
  readonly model_id: string;
  /** Where the credential is found; never the credential itself. */
  readonly auth: ModelAuth;
  /** What the model can do; left out: not known. */
  readonly capability?: ModelCapability;
  /** Tokens wanted. The effective window is the smaller of this and the next. */
  readonly context_window: number;
  /** Tokens the backend accepts; left out: no limit of its own. */
  readonly max_context_window?: number;
}

/**
 * A model section as a manifest file may write it. With `ref`, what is left out
 * comes from the catalog; without, `scheme`, `model_id` and `auth` are required.
 * `auth.file` may be relative. `context_window` defaults to 200000 tokens where the
 * catalog has none.
 */
export interface ModelDraft extends Partial<Omit<PinnedModel, "capability">> {
  /** What the model can do; default: the catalog's. */
  readonly capability?: CapabilityDraft;
}

/** A model section as a profile may write it. */
export interface ModelInput extends ModelDraft {
  /** Has an effect in the profile's own `model` only. */
  readonly quality?: Quality;
}

/** A model section of a profile, or its `ref` alone as a string. */
export type ModelChoice = string | ModelInput;

/** Schema of {@linkcode WireScheme}. */
export const WireSchemeSchema: Schema<WireScheme> = oneOf(
  "anthropic",
  "openai_chat",
  "openai_responses",
  "gemini",
);

const fields = {
  ref: optional(
    ModelRefSchema.describe("<provider>/<model id> of the catalog"),
  ),
  scheme: WireSchemeSchema.describe("The protocol it is spoken to in"),
  base_url: optional(HttpUrlSchema.describe("Where the provider answers")),
  model_id: text().describe("What the provider calls the model"),
  auth: ModelAuthSchema,
  capability: optional(ModelCapabilitySchema.describe("What the model can do")),
  context_window: wholeNumber().describe("Tokens wanted"),
  max_context_window: optional(
    wholeNumber().describe("Tokens the backend accepts"),
  ),
};

/** Schema of {@linkcode PinnedModel}. */
export const PinnedModelSchema: Schema<PinnedModel> = schemaOf<PinnedModel>()(
  table(fields),
);

const inputFields = optionalFields({
  ...fields,
  auth: AuthDraftSchema,
  capability: CapabilityDraftSchema.describe("What the model can do"),
  context_window: fields.context_window.meta({
    default: DEFAULT_CONTEXT_WINDOW,
  }),
});

/** Schema of {@linkcode ModelInput}. */
export const ModelInputSchema: Schema<ModelInput> = schemaOf<ModelInput>()(
  table({
    ...inputFields,
    quality: optional(
      oneOf("low", "balanced", "high", "max").describe(
        "How much the model should think",
      ),
    ),
  }),
);

/** Schema of {@linkcode ModelChoice}. */
export const ModelChoiceSchema: Schema<ModelChoice> = either(
  ModelRefSchema,
  ModelInputSchema,
);
