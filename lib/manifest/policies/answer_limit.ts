import type { KnownModel } from "../../catalog/known_model.ts";
import type { Reasoning } from "../../schema/worker.ts";

/** The longest answer of a model whose `max_output_tokens` is unknown. */
const UNKNOWN_OUTPUT_TOKENS = 32_000;

/** What an answer needs beside the thinking, where there is room for it. */
export const ANSWER_TOKENS = 8_192;

/** What it needs in any case. */
const LEAST_ANSWER_TOKENS = 1_024;

/** How many tokens thinking and answer may have together. */
export interface AnswerLimit {
  readonly tokens: number;
  /** What sets it: a noun phrase. */
  readonly from: string;
}

/**
 * The bound of thinking and answer together, since the provider counts thinking
 * as answer: what is written, else what the model answers at most; never more
 * than the model answers, nor than half of its window.
 *
 * @param written `worker.max_tokens`
 */
export function answerLimit(
  { model, entry }: KnownModel,
  written: number | undefined,
): AnswerLimit {
  const output = entry?.max_output_tokens;
  const bounds: readonly AnswerLimit[] = [
    written !== undefined
      ? { tokens: written, from: "`worker.max_tokens`" }
      : output === undefined
      ? {
        tokens: UNKNOWN_OUTPUT_TOKENS,
        from: "what is taken where nobody knows the longest answer",
      }
      : { tokens: output, from: "the model's longest answer" },
    {
      tokens: output ?? Infinity,
      from: "the model's longest answer",
    },
    {
      tokens: Math.floor(model.context_window / 2),
      from: "half of the window",
    },
  ];
  return bounds.reduce((least, bound) =>
    bound.tokens < least.tokens ? bound : least
  );
}

/** The largest budget that leaves an answer its room. May be below 0. */
export function largestBudget({ tokens }: AnswerLimit): number {
  const answer = Math.max(
    LEAST_ANSWER_TOKENS,
    Math.min(ANSWER_TOKENS, Math.floor(tokens / 2)),
  );
  return tokens - answer;
}

/** Where `worker.max_tokens` is from when it was not written. */
export type AnswerSource = "budget" | "default_max_tokens";

/** Where the tokens that a request sets aside for its answer are from: a clause. */
export function answerOriginOf(
  written: number | undefined,
  { tokens, source }: AnswerTokens,
): string {
  if (written !== undefined) return "`worker.max_tokens`, as written";
  switch (source) {
    case "budget":
      return `\`worker.max_tokens\`, the budget and ${ANSWER_TOKENS}`;
    case "default_max_tokens":
      return "`worker.max_tokens`, the catalog's `default_max_tokens`";
    default:
      return tokens === undefined
        ? "what the runtime sends where `worker.max_tokens` is unset"
        : "`worker.max_tokens`";
  }
}

/** `worker.max_tokens` as the manifest holds it. */
export interface AnswerTokens {
  readonly tokens?: number;
  /** Left out: it was written, or stays unset. */
  readonly source?: AnswerSource;
  /** The bound that lowered it. */
  readonly lowered?: AnswerLimit;
}

/**
 * `worker.max_tokens`: what is written, else on `anthropic`, where the runtime
 * sends 4096 for thinking and answer together, room for both.
 *
 * @param reasoning as the manifest holds it
 */
export function answerTokens(
  known: KnownModel,
  written: number | undefined,
  reasoning: Reasoning | undefined,
): AnswerTokens {
  if (written !== undefined) return { tokens: written };
  if (known.model.scheme !== "anthropic") return {};
  const hasBudget = typeof reasoning === "number" && reasoning >= 0;
  const wanted = hasBudget
    ? reasoning + ANSWER_TOKENS
    : known.entry?.default_max_tokens;
  if (wanted === undefined) return {};
  const limit = answerLimit(known, undefined);
  return {
    tokens: Math.max(1, Math.min(wanted, limit.tokens)),
    source: hasBudget ? "budget" : "default_max_tokens",
    ...wanted > limit.tokens && { lowered: limit },
  };
}
