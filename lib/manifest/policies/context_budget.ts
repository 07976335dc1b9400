import type { KnownModel } from "../../catalog/known_model.ts";
import { CONTEXT_BUDGETS, type ContextBudget } from "../../schema/ratio.ts";
import { tokensOf } from "../window_share.ts";

/**
 * The tokens that a context budget comes to.
 *
 * @param window effective tokens of the model
 *
 * @example
 * ```ts
 * import { contextBudgetTokens } from "./context_budget.ts";
 * import assert from "node:assert/strict";
 * assert.equal(contextBudgetTokens("small", 272000), 64000);
 * assert.equal(contextBudgetTokens(0.25, 272000), 68000);
 * assert.equal(contextBudgetTokens(90000, 272000), 90000);
 * ```
 */
export function contextBudgetTokens(
  budget: ContextBudget,
  window: number,
): number {
  if (typeof budget === "string") return CONTEXT_BUDGETS[budget];
  const share = typeof budget === "number" && budget < 1
    ? { ratio: budget }
    : budget;
  return tokensOf(share, window);
}

/** The model with no more of its window than so many tokens; the same where that is all of it. */
export function withinBudget(known: KnownModel, tokens: number): KnownModel {
  return tokens >= known.window ? known : {
    ...known,
    model: { ...known.model, max_context_window: tokens },
    window: tokens,
  };
}
