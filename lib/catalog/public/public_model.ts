/** The public catalogs whose files are understood. */
export type PublicFormat = "models.dev" | "litellm" | "openrouter" | "codex";

/** What a public catalog says of a model. What it does not say is left out. */
export interface PublicModel {
  /** Our provider's id. */
  readonly provider: string;
  /** What the provider calls the model. */
  readonly id: string;
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
  /** Whether it takes images. */
  readonly vision?: boolean;
  /** The first day without it. */
  readonly retires?: string;
  /** The id of the model to take instead. */
  readonly replacement?: string;
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
  "vision",
] as const;

/** One file of a public catalog, read. */
export interface PublicCatalog {
  /** How the file is named. */
  readonly file: string;
  readonly format: PublicFormat;
  readonly models: readonly PublicModel[];
}
