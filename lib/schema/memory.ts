import { ModelChoiceSchema, PinnedModelSchema } from "./model.ts";
import { AbsolutePathSchema, PathSchema } from "./names.ts";
import {
  anyText,
  flag,
  oneOf,
  optional,
  optionalFields,
  ratio,
  type Schema,
  schemaOf,
  table,
  wholeNumber,
} from "./schema.ts";
import type { ModelChoice, ModelDraft, PinnedModel } from "./model.ts";

/** The memory fields that are the same wherever they are written. */
export interface MemoryFields {
  /** Absolute in a manifest. */
  readonly workspace_root?: string;
  /** Results of one query. */
  readonly query_result_limit?: number;
  /** Lines shown of each result. */
  readonly query_excerpt_lines?: number;
  /** Whether a summary of the memory is part of the prompt. */
  readonly inject_summary?: boolean;
  /** The language memories are kept in. */
  readonly language?: string;
  /** Tokens of conversation after which memories are extracted. */
  readonly extract_threshold?: number;
  /** Turns of one extraction. */
  readonly extract_worker_max_turns?: number;
  /** Files after which memories are consolidated. */
  readonly consolidation_threshold_files?: number;
  /** Bytes after which memories are consolidated. */
  readonly consolidation_threshold_bytes?: number;
}

/** What a Pod remembers. The section being there turns the memory tools on. */
export interface Memory extends MemoryFields {
  /** Who extracts. Default: the Pod's own model. */
  readonly extract_model?: PinnedModel;
  /** Who consolidates. Default: the Pod's own model. */
  readonly consolidation_model?: PinnedModel;
}

/** The memory section as a manifest file may write it. */
export interface MemoryDraft extends MemoryFields {
  /** Who extracts; left out: the Pod's own model. */
  readonly extract_model?: ModelDraft;
  /** Who consolidates; left out: the Pod's own model. */
  readonly consolidation_model?: ModelDraft;
}

/** Names that `memory.preset` takes. */
export type MemoryPreset = "long_context" | "light";

/**
 * The memory section as a profile may write it. What is written beside
 * `preset` wins over the preset.
 */
export interface MemoryInput extends MemoryFields {
  /** Fills in the thresholds that are not written out. */
  readonly preset?: MemoryPreset;
  /** `extract_threshold` as a part of the model's effective context window. */
  readonly extract_threshold_ratio?: number;
  /** Who extracts. Default: the Pod's own model. */
  readonly extract_model?: ModelChoice;
  /** Who consolidates. Default: the Pod's own model. */
  readonly consolidation_model?: ModelChoice;
}

const fields = optionalFields({
  workspace_root: AbsolutePathSchema,
  query_result_limit: wholeNumber(),
  query_excerpt_lines: wholeNumber(),
  inject_summary: flag(),
  language: anyText(),
  extract_model: PinnedModelSchema,
  extract_threshold: wholeNumber().describe(
    "Tokens after which memories are extracted",
  ),
  extract_worker_max_turns: wholeNumber(),
  consolidation_model: PinnedModelSchema,
  consolidation_threshold_files: wholeNumber(),
  consolidation_threshold_bytes: wholeNumber(),
});

/** Schema of {@linkcode Memory}. */
export const MemorySchema: Schema<Memory> = schemaOf<Memory>()(table(fields));

/** Schema of {@linkcode MemoryInput}. */
export const MemoryInputSchema: Schema<MemoryInput> = schemaOf<MemoryInput>()(
  table({
    preset: optional(
      oneOf("long_context", "light").describe(
        "Fills in the thresholds that are not written",
      ),
    ),
    ...fields,
    workspace_root: optional(PathSchema),
    extract_threshold_ratio: optional(
      ratio().describe(
        "extract_threshold as a part of the model's context window",
      ),
    ),
    extract_model: optional(ModelChoiceSchema),
    consolidation_model: optional(ModelChoiceSchema),
  }),
);
