import { U32_MAX } from "./bounds.ts";
import type { SectionType } from "./field.ts";
import {
  anyText,
  flag,
  oneOf,
  ratio,
  section,
  wholeNumber,
} from "./field_types.ts";
import { MODEL, MODEL_REF_EXAMPLE } from "./model.ts";
import { PATH } from "./names.ts";
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
  /** Model that extracts memories. Default: the Pod's own model. */
  readonly extract_model?: ModelDraft;
  /** Model that consolidates memories. Default: the Pod's own model. */
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

/** What a Pod remembers. */
export const MEMORY: SectionType<Memory, MemoryInput> = section<
  Memory,
  MemoryInput
>({
  preset: {
    type: oneOf("long_context", "light"),
    only: "input",
    description: "Sets the thresholds, unless they are set",
    example: "long_context",
    change: "cost",
  },
  workspace_root: {
    type: PATH,
    description: "Folder whose memories are used; default: the workspace",
    example: "/ws",
    inputExample: "notes",
  },
  query_result_limit: {
    type: wholeNumber(),
    unit: "results",
    description: "Most results of one query",
    example: 10,
    change: "cost",
  },
  query_excerpt_lines: {
    type: wholeNumber(),
    unit: "lines",
    description: "Lines of context around each match of a query",
    example: 5,
    change: "cost",
  },
  inject_summary: {
    type: flag(),
    description:
      "Whether the prompt includes a summary of the memories; default: true",
    example: true,
    change: "instruction",
  },
  language: {
    type: anyText(),
    description: "Language of the memories, as free text",
    example: "English",
    change: "instruction",
  },
  extract_model: {
    type: MODEL,
    description: "Model that extracts memories; default: the Pod's own model",
    inputExample: MODEL_REF_EXAMPLE,
    change: "model",
  },
  extract_threshold: {
    type: wholeNumber(),
    unit: "tokens",
    description:
      "Tokens since the last extraction after which memories are extracted; default: never automatically",
    example: 50_000,
    change: "cost",
  },
  extract_threshold_ratio: {
    type: ratio(),
    only: "input",
    description:
      "`extract_threshold` as a share of the model's effective context window, between 0 and 1",
    example: 0.25,
    sameAs: "extract_threshold",
    change: "cost",
  },
  extract_worker_max_turns: {
    type: wholeNumber(0, U32_MAX),
    unit: "turns",
    description: "Most turns of one extraction",
    example: 10,
    change: "cost",
  },
  consolidation_model: {
    type: MODEL,
    description:
      "Model that consolidates memories; default: the Pod's own model",
    inputExample: MODEL_REF_EXAMPLE,
    change: "model",
  },
  consolidation_threshold_files: {
    type: wholeNumber(),
    unit: "files",
    description:
      "Files of extracted memories after which they are consolidated",
    example: 5,
    change: "cost",
  },
  consolidation_threshold_bytes: {
    type: wholeNumber(),
    unit: "bytes",
    description:
      "Bytes of extracted memories after which they are consolidated",
    example: 50_000,
    change: "cost",
  },
}, {
  removed: {
    extract_worker_max_input_tokens: "leave it out: nothing replaces it",
  },
});
