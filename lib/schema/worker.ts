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
  readonly top_k?: number;
  /** Default none. */
  readonly stop_sequences: readonly string[];
  readonly reasoning?: Reasoning;
  readonly tool_output: ToolOutput;
  readonly file_upload: FileUpload;
}

/** The worker section as a manifest file may write it: all of it optional. */
export interface WorkerDraft {
  readonly instruction?: string;
  readonly language?: string;
  readonly max_tokens?: number;
  readonly max_turns?: number;
  readonly temperature?: number;
  readonly top_p?: number;
  readonly top_k?: number;
  readonly stop_sequences?: readonly string[];
  readonly reasoning?: Reasoning;
  readonly tool_output?: Partial<ToolOutput>;
  readonly file_upload?: Partial<FileUpload>;
}

/** The worker section as a profile may write it. */
export interface WorkerInput extends Omit<WorkerDraft, "reasoning"> {
  /** Also a part of the model's effective context window. */
  readonly reasoning?: Reasoning | WindowRatio;
}
