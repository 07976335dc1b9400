import { U32_MAX } from "./bounds.ts";
import type { SectionType } from "./field.ts";
import { oneOf, section, wholeNumber } from "./field_types.ts";
import { MODEL, MODEL_REF_EXAMPLE } from "./model.ts";
import { WINDOW_SHARE } from "./ratio.ts";
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
  /** Newest tokens of the conversation, which stay word for word. Default 8000. */
  readonly retained_tokens: number;
  /** Size that the overview for the compacting worker is meant to have; a larger one is put up with. Default 8000. */
  readonly overview_target_tokens: number;
  /** Size of the overview above which there is a warning. Default 16000. */
  readonly overview_warning_tokens: number;
  /** Size of the overview above which a coarser one is made instead. Default 40000. */
  readonly overview_deadline_tokens: number;
  /** What the compacting worker may read. Default 50000, at most its model's window. */
  readonly worker_context_max_tokens: number;
  /** Tokens left of the worker's context at which the worker is told to look no further and to write its summary. Default 8000. */
  readonly finish_warning_remaining_tokens: number;
  /** Tokens of the worker's context that are kept free for the summary. Default 4000. */
  readonly final_reserve_tokens: number;
  /** Most turns of the compacting worker. Default 20. */
  readonly worker_max_turns: number;
  /** Size that the summary is meant to have. Default 2000. */
  readonly summary_target_tokens: number;
  /** Most tokens of the summary; a longer one is refused. Default 4000. */
  readonly summary_max_tokens: number;
  /** Most tokens of files that the worker may have read into the compacted conversation. Default 8000. */
  readonly auto_read_budget_tokens: number;
  /** Most tokens that the compacted conversation may begin with. Default 60000. */
  readonly result_context_max_tokens: number;
  /** Model that compacts. Default: the Pod's own model. */
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

/** How much of a conversation is kept when it is compacted. */
export type Retention = "short" | "normal" | "long";

/**
 * The compaction section as a profile may write it. What is written beside
 * `preset` wins over the preset.
 */
export interface CompactionInput
  extends Omit<CompactionDraft, CompactionRatioField | "model"> {
  /** Fills in the three shares of the window that are not written out. */
  readonly preset?: CompactionPreset;
  /** Half, once or twice the defaults of what is kept, where that is not written. */
  readonly retention?: Retention;
  /** Tokens, or a share of the main model's window. */
  readonly threshold?: TokensOrRatio;
  /** Tokens, or a share of the main model's window. */
  readonly request_threshold?: TokensOrRatio;
  /** Tokens, or a share of the window of the model that compacts. */
  readonly worker_context_max_tokens?: TokensOrRatio;
  /** Who compacts. Default: the Pod's own model. */
  readonly model?: ModelChoice;
}

/** When and how a long conversation is pruned and compacted. */
export const COMPACTION: SectionType<Compaction, CompactionInput> = section<
  Compaction,
  CompactionInput
>({
  preset: {
    type: oneOf("long_coding", "research", "balanced", "frugal"),
    only: "input",
    description: "Sets the three shares of the window, unless they are set",
    example: "long_coding",
    change: "cost",
  },
  retention: {
    type: oneOf("short", "normal", "long"),
    only: "input",
    description:
      "How much is kept: half, once or twice the defaults of `retained_tokens`, `summary_target_tokens`, `summary_max_tokens` and `auto_read_budget_tokens`, unless they are set",
    example: "long",
    change: "cost",
  },
  prune_protected_tokens: {
    type: wholeNumber(),
    unit: "tokens",
    description: "Newest tokens of the conversation, which are never pruned",
    default: 8_000,
    change: "cost",
  },
  prune_min_savings: {
    type: wholeNumber(),
    unit: "tokens",
    description: "Least tokens that pruning must save to be done",
    default: 4_096,
    change: "cost",
  },
  threshold: {
    type: WINDOW_SHARE,
    unit: "tokens",
    description:
      "Tokens of conversation above which it is compacted between turns; less than `request_threshold`; default: never between turns",
    example: 200_000,
    older: ["compact_threshold"],
    change: "cost",
  },
  request_threshold: {
    type: WINDOW_SHARE,
    unit: "tokens",
    description:
      "Tokens of conversation above which it is compacted within a turn, before the next request; default: never within a turn",
    example: 240_000,
    older: ["compact_request_threshold"],
    change: "cost",
  },
  retained_tokens: {
    type: wholeNumber(),
    unit: "tokens",
    description: "Newest tokens of the conversation, which are kept verbatim",
    default: 8_000,
    older: ["compact_retained_tokens"],
    change: "cost",
  },
  overview_target_tokens: {
    type: wholeNumber(),
    unit: "tokens",
    description: "Target size of the overview for the compacting worker",
    default: 8_000,
    change: "cost",
  },
  overview_warning_tokens: {
    type: wholeNumber(),
    unit: "tokens",
    description: "Size of the overview above which there is a warning",
    default: 16_000,
    change: "cost",
  },
  overview_deadline_tokens: {
    type: wholeNumber(),
    unit: "tokens",
    description: "Size of the overview above which a coarser one is made",
    default: 40_000,
    change: "cost",
  },
  worker_context_max_tokens: {
    type: WINDOW_SHARE,
    unit: "tokens",
    description:
      "Most tokens of the compacting worker's context, above which it is stopped; default: 50000, at most the window of the model that compacts",
    required: "output",
    example: 50_000,
    older: ["compact_worker_max_input_tokens"],
    change: "cost",
  },
  finish_warning_remaining_tokens: {
    type: wholeNumber(),
    unit: "tokens",
    description:
      "Tokens left of that context at which the worker is told to finish its summary",
    default: 8_000,
    change: "cost",
  },
  final_reserve_tokens: {
    type: wholeNumber(),
    unit: "tokens",
    description: "Tokens of that context that are reserved for the summary",
    default: 4_000,
    change: "cost",
  },
  worker_max_turns: {
    type: wholeNumber(0, U32_MAX),
    unit: "turns",
    description: "Most turns of the compacting worker",
    default: 20,
    older: ["compact_worker_max_turns"],
    change: "cost",
  },
  summary_target_tokens: {
    type: wholeNumber(),
    unit: "tokens",
    description: "Target size of the summary",
    default: 2_000,
    change: "cost",
  },
  summary_max_tokens: {
    type: wholeNumber(),
    unit: "tokens",
    description: "Most tokens of the summary; a longer one is rejected",
    default: 4_000,
    change: "cost",
  },
  auto_read_budget_tokens: {
    type: wholeNumber(),
    unit: "tokens",
    description:
      "Most tokens of files that the worker may include in the compacted conversation",
    default: 8_000,
    older: ["compact_auto_read_budget"],
    change: "cost",
  },
  result_context_max_tokens: {
    type: wholeNumber(),
    unit: "tokens",
    description: "Most tokens of the compacted conversation at its start",
    default: 60_000,
    change: "cost",
  },
  model: {
    type: MODEL,
    description: "Model that compacts; default: the Pod's own model",
    inputExample: MODEL_REF_EXAMPLE,
    change: "model",
  },
}, {
  removed: {
    prune_protected_turns:
      "use `prune_protected_tokens`: the newest tokens that are never pruned",
  },
});
