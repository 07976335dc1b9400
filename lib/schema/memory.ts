import type { ModelChoice, ModelDraft, PinnedModel } from "./model.ts";

/** The memory fields that are the same wherever they are written. */
export interface MemoryFields {
  /** Absolute in a manifest. */
  readonly workspace_root?: string;
  readonly query_result_limit?: number;
  readonly query_excerpt_lines?: number;
  readonly inject_summary?: boolean;
  readonly language?: string;
  /** Tokens of conversation after which memories are extracted. */
  readonly extract_threshold?: number;
  readonly extract_worker_max_turns?: number;
  readonly consolidation_threshold_files?: number;
  readonly consolidation_threshold_bytes?: number;
}

/** What a Pod remembers. The section being there turns the memory tools on. */
export interface Memory extends MemoryFields {
  readonly extract_model?: PinnedModel;
  readonly consolidation_model?: PinnedModel;
}

/** The memory section as a manifest file may write it. */
export interface MemoryDraft extends MemoryFields {
  readonly extract_model?: ModelDraft;
  readonly consolidation_model?: ModelDraft;
}

/** Names that `memory.preset` takes. */
export type MemoryPreset = "long_context" | "light";

/**
 * The memory section as a profile may write it. What is written beside
 * `preset` wins over the preset.
 */
export interface MemoryInput extends MemoryFields {
  readonly preset?: MemoryPreset;
  /** `extract_threshold` as a part of the model's effective context window. */
  readonly extract_threshold_ratio?: number;
  readonly extract_model?: ModelChoice;
  readonly consolidation_model?: ModelChoice;
}
