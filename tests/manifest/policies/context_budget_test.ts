import assert from "node:assert/strict";
import {
  contextBudgetTokens,
  withinBudget,
} from "../../../lib/manifest/policies/context_budget.ts";

for (
  const [budget, window, tokens] of [
    ["small", 1_000_000, 64_000],
    ["medium", 1_000_000, 128_000],
    ["large", 1_000_000, 256_000],
    [0.25, 272_000, 68_000],
    [0.999, 1000, 999],
    // From 1 on it is tokens, not the whole window.
    [1, 1000, 1],
    [90_000, 272_000, 90_000],
  ] as const
) {
  Deno.test(`contextBudgetTokens: ${budget} of ${window}`, () => {
    assert.equal(contextBudgetTokens(budget, window), tokens);
  });
}

Deno.test("withinBudget: a budget that is all of the window changes nothing", () => {
  const known = {
    window: 1000,
    model: { context_window: 1000 },
  } as unknown as Parameters<typeof withinBudget>[0];
  assert.equal(withinBudget(known, 1000), known);
  assert.equal(withinBudget(known, 2000), known);
  const less = withinBudget(known, 999);
  assert.equal(less.window, 999);
  assert.equal(less.model.max_context_window, 999);
});
