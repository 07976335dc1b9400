import { AUTH } from "./auth.ts";
import { CAPABILITY } from "./capability.ts";
import { DEFAULT_CONTEXT_WINDOW } from "./defaults.ts";
import type { FieldType } from "./field.ts";
import {
  byForm,
  either,
  oneOf,
  section,
  text,
  wholeNumber,
} from "./field_types.ts";
import { CONTEXT_BUDGET, type ContextBudget } from "./ratio.ts";
import { HTTP_URL, MODEL_REF } from "./names.ts";
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
 * A model as a manifest holds it: every field is filled in, and there is no
 * `ref`, which the runtime would look up again at every start. So a later
 * catalog cannot change a Pod that exists.
 */
export interface PinnedModel {
  /** The protocol it is spoken to in. */
  readonly scheme: WireScheme;
  /** Where the provider answers, without a slash at its end. */
  readonly base_url: string;
  /** What the provider calls the model. */
  readonly model_id: string;
  /** Where the credential is found; never the credential itself. */
  readonly auth: ModelAuth;
  /** What the model can do. */
  readonly capability: ModelCapability;
  /** Tokens wanted. The effective window is the smaller of this and the next. */
  readonly context_window: number;
  /** Tokens the backend accepts; the window where it has no limit of its own. */
  readonly max_context_window: number;
}

/**
 * A model section as a manifest file may write it. With `ref`, what is left out
 * comes from the catalog; without, `scheme`, `model_id` and `auth` are required.
 * `auth.file` may be relative. `context_window` defaults to 200000 tokens where the
 * catalog has none.
 */
export interface ModelDraft extends Partial<Omit<PinnedModel, "capability">> {
  /** `<provider>/<model id>`, split at the first `/`. */
  readonly ref?: string;
  /** What the model can do; default: the catalog's. */
  readonly capability?: CapabilityDraft;
}

/** A model section as a profile may write it. */
export interface ModelInput extends ModelDraft {
  /** Has an effect in the profile's own `model` only. */
  readonly quality?: Quality;
  /** The most of the window that the role should use; lowers `max_context_window`. */
  readonly context_budget?: ContextBudget;
}

/** A model section of a profile, or its `ref` alone as a string. */
export type ModelChoice = string | ModelInput;

/** The protocol a model is spoken to in. */
export const WIRE_SCHEME: FieldType<WireScheme> = oneOf(
  "anthropic",
  "openai_chat",
  "openai_responses",
  "gemini",
);

/** How a model is written most often. */
export const MODEL_REF_EXAMPLE = "anthropic/claude-sonnet-4-6";

const MODEL_TABLE = section<PinnedModel, ModelInput>({
  ref: {
    type: MODEL_REF,
    only: "input",
    description:
      "`<provider>/<model id>` of the catalog, split at the first `/`; a manifest has none",
    example: MODEL_REF_EXAMPLE,
    change: "model",
  },
  scheme: {
    type: WIRE_SCHEME,
    description: "Wire protocol of the API",
    required: "output",
    example: "anthropic",
    change: "model",
  },
  base_url: {
    type: HTTP_URL,
    description:
      "Address of the API, without a trailing slash; default: the catalog's, else that of the credential or the scheme",
    required: "output",
    example: "https://api.anthropic.com",
    change: "model",
  },
  model_id: {
    type: text(),
    description: "The provider's id of the model",
    required: "output",
    example: "claude-sonnet-4-6",
    change: "model",
  },
  auth: {
    type: AUTH,
    description: "Where the credential is found; never the credential itself",
    required: "output",
    example: { kind: "api_key", env: "ANTHROPIC_API_KEY" },
    change: "model",
  },
  capability: {
    type: CAPABILITY,
    description:
      "What the model can do; default: the catalog's, else what the runtime assumes for the scheme",
    required: "output",
    change: "model",
  },
  context_window: {
    type: wholeNumber(),
    unit: "tokens",
    description:
      "Size of the context window; the effective window is the smaller of this and `max_context_window`",
    default: DEFAULT_CONTEXT_WINDOW,
    change: "cost",
  },
  max_context_window: {
    type: wholeNumber(),
    unit: "tokens",
    description:
      "Most tokens that the backend accepts; default: the catalog's, else `context_window`",
    required: "output",
    example: 272_000,
    change: "cost",
  },
  quality: {
    type: oneOf("low", "balanced", "high", "max"),
    only: "input",
    description:
      "How hard the model should think; sets `worker.reasoning` unless that is set; only in the profile's own `model`",
    example: "high",
    change: "cost",
  },
  context_budget: {
    type: CONTEXT_BUDGET,
    only: "input",
    description:
      "How much of the window the role uses at most: `small` (64000), `medium` (128000), `large` (256000), tokens, or a ratio of the effective window; lowers `max_context_window`",
    example: "medium",
    change: "cost",
  },
}, { model: true });

/** A model: pinned in a manifest; a section or its `ref` alone in a profile. */
export const MODEL: FieldType<PinnedModel, ModelChoice> = byForm({
  output: MODEL_TABLE,
  input: either(MODEL_REF, MODEL_TABLE),
});
