import type { StructuredOutput, ToolCalling } from "../../schema/capability.ts";
import type { WireScheme } from "../../schema/model.ts";

/** The public catalogs whose files are understood. */
export type PublicFormat = "models.dev" | "litellm" | "openrouter" | "codex";

/** What a public catalog says of a model. What it does not say is left out. */
export interface PublicModel {
  /** Our provider's id. */
  readonly provider: string;
  /** What the provider calls the model. */
  readonly id: string;
  /** It is spoken to otherwise than the rest of its provider's models. */
  readonly isOther?: boolean;
  /** Tokens that input and answer share. */
  readonly context_window?: number;
  /** Tokens that may be sent; never taken for the window. */
  readonly max_context_window?: number;
  /** Tokens of one answer. */
  readonly max_output_tokens?: number;
  /** Effort labels, in the order of the source. */
  readonly reasoning_efforts?: readonly string[];
  /** Token budgets. */
  readonly reasoning_budget?: { readonly min?: number; readonly max?: number };
  /** Whether it takes sampling parameters. */
  readonly temperature?: boolean;
  /** `none`: it does not reason; `effort`: it takes labels, no matter which; `some`: it does. */
  readonly reasoning?: "none" | "effort" | "some";
  /** How it calls tools; `some`: it does, and how many at once is not said. */
  readonly tool_calling?: ToolCalling | "some";
  /** What shape of answer it can be held to. */
  readonly structured_output?: StructuredOutput;
  /** Whether it takes images. */
  readonly vision?: boolean;
  /** The first day without it. */
  readonly retires?: string;
  /** The id of the model to take instead. */
  readonly replacement?: string;
  /** The source says that it ends, or hides it; a note of the row where no day is known. */
  readonly deprecated?: true;
}

/** What a public catalog says of a provider. */
export interface PublicProvider {
  readonly id: string;
  /** What people call it. */
  readonly name?: string;
  /** The protocol of its models. */
  readonly scheme?: WireScheme;
  /** Where it answers, as our row would have it. */
  readonly base_url?: string;
  /** The variable that holds its key. */
  readonly env?: string;
  /** Why there can be no row of it. */
  readonly lacks?: string;
  /** What a row of it should be read with. */
  readonly remark?: string;
}

/** The facts of a {@linkcode PublicModel}, the ones with a day first. */
export const PUBLIC_FACTS = [
  "retires",
  "replacement",
  "context_window",
  "max_context_window",
  "max_output_tokens",
  "reasoning_efforts",
  "reasoning_budget",
  "temperature",
  "reasoning",
  "tool_calling",
  "structured_output",
  "vision",
] as const;

/** One file of a public catalog, read. */
export interface PublicCatalog {
  /** How the file is named. */
  readonly file: string;
  readonly format: PublicFormat;
  readonly models: readonly PublicModel[];
  /** Those of which there is more than a name. */
  readonly providers: readonly PublicProvider[];
}
