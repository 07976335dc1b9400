import { U32_MAX } from "../schema/bounds.ts";
import { CAPABILITY, type CapabilityDraft } from "../schema/capability.ts";
import type { SectionType } from "../schema/field.ts";
import {
  asWritten,
  checkedText,
  flag,
  list,
  pattern,
  section,
  wholeNumber,
} from "../schema/field_types.ts";
import { ONE_LINE } from "../schema/names.ts";
import { isDay } from "../schema/text_forms.ts";
import { PROVIDER_ID } from "./providers_schema.ts";

/** The token budgets a model takes. */
export interface ReasoningBudget {
  /** Default 1024. */
  readonly min?: number;
  /** Left out: no limit of its own. */
  readonly max?: number;
}

/**
 * A model as `models.toml` writes it. What a manifest does not have guides
 * resolution and warnings.
 */
export interface CatalogModel {
  /** The part of a `ref` after the first `/`; unique with its provider. */
  readonly id: string;
  /** The id of its provider. */
  readonly provider: string;
  /** Tokens wanted. */
  readonly context_window?: number;
  /** Tokens the backend accepts. */
  readonly max_context_window?: number;
  /** Tokens of one answer, thinking included. */
  readonly max_output_tokens?: number;
  /** Where it differs from the provider's. */
  readonly capability?: CapabilityDraft;
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
  readonly model?: readonly CatalogModel[];
  /** Left out: none is known to be gone. */
  readonly retired?: readonly RetiredModel[];
}

const MODEL_ID = pattern(/^\S+$/, "the id of a model, without spaces");

const DAY = checkedText(isDay, "a date, such as `2027-01-31`", {
  means: "date",
  hints: { format: "date" },
});

const EFFORT = pattern(/^\S+$/, "one word, such as `high`");

const REPLACEMENT = {
  type: MODEL_ID,
  description: "The `id` of the model to use instead, of the same provider",
  example: "claude-sonnet-4-6",
} as const;

const REASONING_BUDGET = section<ReasoningBudget>({
  min: {
    type: wholeNumber(),
    unit: "tokens",
    description: "Smallest budget; default: 1024",
    example: 1024,
  },
  max: {
    type: wholeNumber(),
    unit: "tokens",
    description: "Largest budget; default: no limit of its own",
    example: 127_999,
  },
});

const MODEL = section<CatalogModel>({
  id: {
    type: MODEL_ID,
    description: "The part of a model's `ref` after the first `/`",
    required: "always",
    example: "claude-sonnet-4-6",
  },
  provider: {
    type: PROVIDER_ID,
    description: "The `id` of its provider",
    required: "always",
    example: "anthropic",
  },
  context_window: {
    type: wholeNumber(),
    unit: "tokens",
    description: "Size of the context window",
    example: 1_000_000,
  },
  max_context_window: {
    type: wholeNumber(),
    unit: "tokens",
    description: "Most tokens of input that the backend accepts",
    example: 272_000,
  },
  max_output_tokens: {
    type: wholeNumber(1),
    unit: "tokens",
    description: "Most tokens of one answer, including reasoning",
    example: 128_000,
  },
  capability: {
    type: asWritten(CAPABILITY),
    description:
      "What the model can do, if it differs from the provider's `default_capability`",
  },
  reasoning_efforts: {
    type: list(EFFORT, 1),
    description:
      "Effort labels that the model accepts; default: `low`, `medium`, `high`",
    example: ["low", "medium", "high", "max"],
  },
  reasoning_budget: {
    type: REASONING_BUDGET,
    description: "Token budgets that the model accepts",
  },
  temperature: {
    type: flag(),
    description:
      "Whether it accepts `temperature`, `top_p` and `top_k`; default: true",
    example: false,
  },
  default_max_tokens: {
    type: wholeNumber(1, U32_MAX),
    unit: "tokens",
    description: "Default of `worker.max_tokens` with the scheme `anthropic`",
    example: 16_384,
  },
  note: {
    type: ONE_LINE,
    description: "What a user of the model should know, in one sentence",
    example: "It keeps no thinking between turns",
  },
  retires: {
    type: DAY,
    description: "The first day without the model, in UTC; a TOML date",
    example: "2028-02-01",
  },
  replacement: REPLACEMENT,
});

const RETIRED_MODEL = section<RetiredModel>({
  provider: {
    type: PROVIDER_ID,
    description: "The `id` of its provider",
    required: "always",
    example: "anthropic",
  },
  id: {
    type: MODEL_ID,
    description: "The part of a model's `ref` after the first `/`",
    required: "always",
    example: "claude-2.1",
  },
  since: {
    type: DAY,
    description: "The first day without the model, in UTC; a TOML date",
    required: "always",
    example: "2025-07-21",
  },
  replacement: REPLACEMENT,
});

/** The fields of a `models.toml`. */
export const MODELS: SectionType<ModelsDocument> = section<ModelsDocument>({
  model: { type: list(MODEL), description: "The known models" },
  retired: {
    type: list(RETIRED_MODEL),
    description: "Retired models; default: none",
  },
});
