import { I32_MAX, U32_MAX } from "./bounds.ts";
import type { SectionType } from "./field.ts";
import {
  anyText,
  byForm,
  checkedText,
  either,
  list,
  map,
  number,
  pattern,
  section,
  text,
  wholeNumber,
} from "./field_types.ts";
import { WINDOW_RATIO } from "./ratio.ts";
import { isPromptReference } from "./text_forms.ts";
import type { WindowRatio } from "./ratio.ts";

/**
 * An effort label (`minimal`, `low`, `medium`, `high`, `xhigh`, or a provider's
 * own), or a budget in tokens; -1 lets the model decide.
 */
export type Reasoning = string | number;

/** Limits of what a tool may answer, in bytes. */
export interface ToolOutput {
  /** Most bytes of a tool's answer that the model is given. Default 65536. */
  readonly default_max_bytes: number;
  /** Tool name to bytes, where it differs. Default none. */
  readonly per_tool: Readonly<Record<string, number>>;
}

/** Limits of files that are handed to the model. */
export interface FileUpload {
  /** Most bytes of a file that a message hands to the model. Default 262144. */
  readonly max_bytes: number;
}

/** How the agent runs, with every default filled in. */
export interface Worker {
  /** Prompt reference `$insomnia/...`, `$user/...` or `$workspace/...`. Default `$insomnia/default`. */
  readonly instruction: string;
  /** The language to answer in, as free text. */
  readonly language: string;
  /** Tokens of one answer, at least 1. */
  readonly max_tokens?: number;
  /** Turns of one run, at least 1. */
  readonly max_turns?: number;
  /** 0 to 2. */
  readonly temperature?: number;
  /** 0 to 1. */
  readonly top_p?: number;
  /** The number of tokens sampled from. */
  readonly top_k?: number;
  /** Texts that end an answer. Default none. */
  readonly stop_sequences: readonly string[];
  /** How much the model thinks. */
  readonly reasoning?: Reasoning;
  /** Limits of what tools answer. */
  readonly tool_output: ToolOutput;
  /** Limits of files handed to the model. */
  readonly file_upload: FileUpload;
}

/** The worker section as a manifest file may write it: all of it optional. */
export interface WorkerDraft
  extends Partial<Omit<Worker, "tool_output" | "file_upload">> {
  /** Limits of what tools may answer. */
  readonly tool_output?: Partial<ToolOutput>;
  /** Limits of files that are handed to the model. */
  readonly file_upload?: Partial<FileUpload>;
}

/** The worker section as a profile may write it. */
export interface WorkerInput extends Omit<WorkerDraft, "reasoning"> {
  /** Also a part of the model's effective context window. */
  readonly reasoning?: Reasoning | WindowRatio;
}

const PROMPT_REFERENCE = checkedText(
  isPromptReference,
  "a prompt reference: `$insomnia/...`, `$user/...` or `$workspace/...`",
  {
    means: "prompt-reference",
    hints: { pattern: "^\\$(insomnia|user|workspace)/.+$" },
  },
);

const EFFORT = pattern(
  /^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/,
  "an effort label, such as `low`, `medium` or `high`",
);

/** -1: the model decides. */
const BUDGET = wholeNumber(-1, I32_MAX);

const TOOL_OUTPUT = section<ToolOutput, Partial<ToolOutput>>({
  default_max_bytes: {
    type: wholeNumber(),
    unit: "bytes",
    description: "Most bytes of a tool's output that are given to the model",
    default: 65_536,
    change: "cost",
  },
  per_tool: {
    type: map(text(), wholeNumber()),
    unit: "bytes",
    description: "The same for individual tools, by name",
    default: {},
    example: { Bash: 32_768 },
    change: "cost",
  },
});

const FILE_UPLOAD = section<FileUpload, Partial<FileUpload>>({
  max_bytes: {
    type: wholeNumber(),
    unit: "bytes",
    description: "Most bytes of a file that is attached to a message",
    default: 262_144,
    change: "cost",
  },
});

/** How the agent runs. */
export const WORKER: SectionType<Worker, WorkerInput> = section<
  Worker,
  WorkerInput
>({
  instruction: {
    type: PROMPT_REFERENCE,
    description:
      "The system prompt: `$insomnia/...`, `$user/...` or `$workspace/...`",
    default: "$insomnia/default",
    example: "$insomnia/default",
    change: "instruction",
  },
  language: {
    type: anyText(),
    description: "Language of the answers, as free text",
    default:
      "match the user's language unless they explicitly request another language",
    example: "English",
    change: "instruction",
  },
  max_tokens: {
    type: wholeNumber(1, U32_MAX),
    unit: "tokens",
    description: "Most tokens of one answer, including reasoning",
    example: 16_384,
    change: "cost",
  },
  max_turns: {
    type: wholeNumber(1, U32_MAX),
    unit: "turns",
    description: "Most turns of one run",
    example: 50,
    change: "cost",
  },
  temperature: {
    type: number(0, 2),
    description: "Sampling temperature, from 0 to 2",
    example: 0.7,
  },
  top_p: {
    type: number(0, 1),
    description: "Nucleus sampling: share of the probability mass, from 0 to 1",
    example: 0.95,
  },
  top_k: {
    type: wholeNumber(0, U32_MAX),
    description: "Number of most likely tokens to sample from",
    example: 40,
  },
  stop_sequences: {
    type: list(anyText()),
    description: "Texts that end an answer",
    default: [],
    example: ["END"],
  },
  reasoning: {
    type: byForm({
      output: either(EFFORT, BUDGET),
      input: either(EFFORT, BUDGET, WINDOW_RATIO),
    }),
    description:
      "How much the model thinks: an effort label, or a budget in tokens, where -1 lets the model decide",
    example: "high",
    change: "cost",
  },
  tool_output: {
    type: TOOL_OUTPUT,
    description: "Limits of the output of tools",
    required: "output",
  },
  file_upload: {
    type: FILE_UPLOAD,
    description: "Limits of files attached to messages",
    required: "output",
  },
});
