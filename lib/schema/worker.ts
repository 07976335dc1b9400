import { WORKER_DEFAULTS } from "./defaults.ts";
import { isPromptReference } from "./text_forms.ts";
import { WindowRatioSchema } from "./ratio.ts";
import {
  anyText,
  checkedText,
  either,
  list,
  map,
  number,
  optional,
  optionalFields,
  pattern,
  type Schema,
  schemaOf,
  table,
  text,
  wholeNumber,
} from "./schema.ts";
import type { WindowRatio } from "./ratio.ts";

/**
 * An effort label (`minimal`, `low`, `medium`, `high`, `xhigh`, or a provider's
 * own), or a budget in tokens; -1 lets the model decide.
 */
export type Reasoning = string | number;

/** Limits of what a tool may answer, in bytes. */
export interface ToolOutput {
  /** Default 65536. */
  readonly default_max_bytes: number;
  /** Tool name to bytes, where it differs. Default none. */
  readonly per_tool: Readonly<Record<string, number>>;
}

/** Limits of files that are handed to the model. */
export interface FileUpload {
  /** Default 262144. */
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
  /** Default none. */
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

const EffortSchema = pattern(
  /^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/,
  "an effort label, such as `low`, `medium` or `high`",
);
const BudgetSchema = wholeNumber(-1).describe(
  "Token budget; -1: the model decides",
);

const toolOutput = {
  default_max_bytes: wholeNumber().meta({
    description: "Bytes of a tool's answer",
    default: WORKER_DEFAULTS.tool_output.default_max_bytes,
  }),
  per_tool: map(text(), wholeNumber()).meta({
    description: "The same for single tools",
    default: WORKER_DEFAULTS.tool_output.per_tool,
  }),
};

const fileUpload = {
  max_bytes: wholeNumber().meta({
    description: "Bytes of a file handed to the model",
    default: WORKER_DEFAULTS.file_upload.max_bytes,
  }),
};

const fields = {
  instruction: checkedText(
    isPromptReference,
    "a prompt reference: `$insomnia/...`, `$user/...` or `$workspace/...`",
    { pattern: "^\\$(insomnia|user|workspace)/.+$" },
  ).meta({
    description: "The prompt it works by",
    default: WORKER_DEFAULTS.instruction,
  }),
  language: anyText().meta({
    description: "The language to answer in, as free text",
    default: WORKER_DEFAULTS.language,
  }),
  max_tokens: optional(wholeNumber(1).describe("Tokens of one answer")),
  max_turns: optional(wholeNumber(1).describe("Turns of one run")),
  temperature: optional(number(0, 2)),
  top_p: optional(number(0, 1)),
  top_k: optional(wholeNumber()),
  stop_sequences: list(anyText()).meta({
    description: "Texts that end an answer",
    default: WORKER_DEFAULTS.stop_sequences,
  }),
  reasoning: optional(
    either(EffortSchema, BudgetSchema).describe("How much the model thinks"),
  ),
  tool_output: table(toolOutput).describe("Limits of what tools answer"),
  file_upload: table(fileUpload).describe(
    "Limits of files handed to the model",
  ),
};

/** Schema of {@linkcode Worker}. */
export const WorkerSchema: Schema<Worker> = schemaOf<Worker>()(table(fields));

const inputFields = optionalFields({
  ...fields,
  tool_output: table(optionalFields(toolOutput))
    .describe("Limits of what tools answer"),
  file_upload: table(optionalFields(fileUpload))
    .describe("Limits of files handed to the model"),
});

/** Schema of {@linkcode WorkerInput}. */
export const WorkerInputSchema: Schema<WorkerInput> = schemaOf<WorkerInput>()(
  table({
    ...inputFields,
    reasoning: optional(
      either(EffortSchema, BudgetSchema, WindowRatioSchema)
        .describe("How much the model thinks"),
    ),
  }),
);
