import { floorShare, type Fraction, fractionOf } from "../base/ratio.ts";
import type { TokensOrRatio } from "../schema/ratio.ts";

/** Tokens, or a part of a context window as a profile or a preset writes it. */
export type WindowShare = TokensOrRatio | Fraction;

/**
 * The tokens that a share of a context window comes to, computed in integers.
 *
 * @param window effective tokens of the model
 *
 * @example
 * ```ts
 * import { tokensOf } from "./window_share.ts";
 * import assert from "node:assert/strict";
 * assert.equal(tokensOf({ numerator: 25, denominator: 34 }, 272000), 200000);
 * assert.equal(tokensOf({ ratio: 0.29 }, 100), 29);
 * assert.equal(tokensOf(8000, 272000), 8000);
 * ```
 */
export function tokensOf(share: WindowShare, window: number): number {
  if (typeof share === "number") return share;
  const { numerator, denominator } = fractionIn(share);
  return floorShare(window, numerator, denominator);
}

/**
 * The arithmetic behind {@linkcode tokensOf}, `25/34 of 272000 tokens`;
 * `undefined` for tokens that are written out.
 */
export function explainShare(
  share: WindowShare,
  window: number,
): string | undefined {
  if (typeof share === "number") return undefined;
  const { numerator, denominator } = fractionIn(share);
  return `${numerator}/${denominator} of ${window} tokens`;
}

function fractionIn(share: Exclude<WindowShare, number>): Fraction {
  return "ratio" in share ? fractionOf(share.ratio) : share;
}

/** Steps in which a fitting ratio is looked for: three decimals. */
const RATIO_STEPS = 1000n;

/**
 * The greatest ratio with three decimals whose share is at most `tokens`.
 *
 * @returns `undefined` when even 0.001 is too much
 */
export function greatestRatioFor(
  tokens: number,
  window: number,
): number | undefined {
  if (tokens < 0) return undefined;
  const steps = ((BigInt(tokens) + 1n) * RATIO_STEPS - 1n) / BigInt(window);
  const below = steps < RATIO_STEPS ? steps : RATIO_STEPS - 1n;
  return below < 1n ? undefined : Number(below) / Number(RATIO_STEPS);
}

/**
 * The smallest ratio with three decimals whose share is at least `tokens`.
 *
 * @returns `undefined` when even 0.999 is too little
 */
export function smallestRatioFor(
  tokens: number,
  window: number,
): number | undefined {
  const wanted = BigInt(tokens) * RATIO_STEPS;
  const steps = (wanted + BigInt(window) - 1n) / BigInt(window);
  const above = steps < 1n ? 1n : steps;
  return above < RATIO_STEPS ? Number(above) / Number(RATIO_STEPS) : undefined;
}
