import { COMPACTION_DEFAULTS } from "./defaults.ts";
import { ModelChoiceSchema, PinnedModelSchema } from "./model.ts";
import { TokensOrRatioSchema } from "./ratio.ts";
import {
  oneOf,
  optional,
  optionalFields,
  type Schema,
  schemaOf,
  table,
  wholeNumber,
} from "./schema.ts";
import type { ModelChoice, ModelDraft, PinnedModel } from "./model.ts";
import type { TokensOrRatio } from "./ratio.ts";

/**
 * When and how a long conversation is pruned and compacted, with every default
 * filled in. All figures are tokens unless the name says turns.
 */
export interface Compaction {
  /** The newest tokens that are never pruned. Default 8000. */
  readonly prune_protected_tokens: number;
  /** Pruning that would save less is not done. Default 4096. */
  readonly prune_min_savings: number;
  /** Compact between turns from here on. */
  readonly threshold?: number;
  /** Compact in the middle of a turn from here on; more than `threshold`. */
  readonly request_threshold?: number;
  /** Default 8000. */
  readonly retained_tokens: number;
  /** Default 8000. */
  readonly overview_target_tokens: number;
  /** Default 16000. */
  readonly overview_warning_tokens: number;
  /** Default 40000. */
  readonly overview_deadline_tokens: number;
  /** What the compacting worker may read. Default 50000. */
  readonly worker_context_max_tokens: number;
  /** Default 8000. */
  readonly finish_warning_remaining_tokens: number;
  /** Default 4000. */
  readonly final_reserve_tokens: number;
  /** Default 20. */
  readonly worker_max_turns: number;
  /** Default 2000. */
  readonly summary_target_tokens: number;
  /** Default 4000. */
  readonly summary_max_tokens: number;
  /** Default 8000. */
  readonly auto_read_budget_tokens: number;
  /** Default 60000. */
  readonly result_context_max_tokens: number;
  /** Who compacts; left out: the Pod's own model. */
  readonly model?: PinnedModel;
}

/** The compaction section as a manifest file may write it: all of it optional. */
export interface CompactionDraft extends Partial<Omit<Compaction, "model">> {
  /** Who compacts. Default: the Pod's own model. */
  readonly model?: ModelDraft;
}

/** Names that `compact.preset` takes. */
export type CompactionPreset =
  | "long_coding"
  | "research"
  | "balanced"
  | "frugal";

/** The compaction fields that may be a part of a context window. */
export type CompactionRatioField =
  | "threshold"
  | "request_threshold"
  | "worker_context_max_tokens";

/**
 * The compaction section as a profile may write it. What is written beside
 * `preset` wins over the preset.
 */
export interface CompactionInput
  extends Omit<CompactionDraft, CompactionRatioField | "model"> {
  /** Fills in the three shares of the window that are not written out. */
  readonly preset?: CompactionPreset;
  /** Tokens, or a share of the main model's window. */
  readonly threshold?: TokensOrRatio;
  /** Tokens, or a share of the main model's window. */
  readonly request_threshold?: TokensOrRatio;
  /** Tokens, or a share of the window of the model that compacts. */
  readonly worker_context_max_tokens?: TokensOrRatio;
  /** Who compacts. Default: the Pod's own model. */
  readonly model?: ModelChoice;
}

function figure(field: keyof typeof COMPACTION_DEFAULTS): Schema<number> {
  return wholeNumber().meta({ default: COMPACTION_DEFAULTS[field] });
}

const fields = {
  prune_protected_tokens: figure("prune_protected_tokens"),
  prune_min_savings: figure("prune_min_savings"),
  threshold: optional(
    wholeNumber().describe("Compact between turns from here on, in tokens"),
  ),
  request_threshold: optional(
    wholeNumber().describe(
      "Compact in the middle of a turn from here on, in tokens",
    ),
  ),
  retained_tokens: figure("retained_tokens"),
  overview_target_tokens: figure("overview_target_tokens"),
  overview_warning_tokens: figure("overview_warning_tokens"),
  overview_deadline_tokens: figure("overview_deadline_tokens"),
  worker_context_max_tokens: figure("worker_context_max_tokens"),
  finish_warning_remaining_tokens: figure("finish_warning_remaining_tokens"),
  final_reserve_tokens: figure("final_reserve_tokens"),
  worker_max_turns: figure("worker_max_turns"),
  summary_target_tokens: figure("summary_target_tokens"),
  summary_max_tokens: figure("summary_max_tokens"),
  auto_read_budget_tokens: figure("auto_read_budget_tokens"),
  result_context_max_tokens: figure("result_context_max_tokens"),
  model: optional(
    PinnedModelSchema.describe("Who compacts; left out: the Pod's own model"),
  ),
};

/** Schema of {@linkcode Compaction}. */
export const CompactionSchema: Schema<Compaction> = schemaOf<Compaction>()(
  table(fields),
);

/** Schema of {@linkcode CompactionInput}. */
export const CompactionInputSchema: Schema<CompactionInput> = schemaOf<
  CompactionInput
>()(table({
  preset: optional(
    oneOf("long_coding", "research", "balanced", "frugal")
      .describe("Fills in the thresholds that are not written"),
  ),
  ...optionalFields(fields),
  threshold: optional(TokensOrRatioSchema),
  request_threshold: optional(TokensOrRatioSchema),
  worker_context_max_tokens: optional(TokensOrRatioSchema),
  model: optional(ModelChoiceSchema),
}));
