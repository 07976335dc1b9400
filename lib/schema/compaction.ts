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
  readonly preset?: CompactionPreset;
  readonly threshold?: TokensOrRatio;
  readonly request_threshold?: TokensOrRatio;
  readonly worker_context_max_tokens?: TokensOrRatio;
  readonly model?: ModelChoice;
}
