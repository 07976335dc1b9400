import type { PinnedModel } from "../schema/model.ts";

/**
 * The context window that counts: the smaller of what is wanted and what the
 * backend accepts. Every ratio is a part of it.
 *
 * @returns tokens
 *
 * @example
 * ```ts
 * import { effectiveWindow } from "./effective_window.ts";
 * import assert from "node:assert/strict";
 * assert.equal(effectiveWindow({ context_window: 1000000, max_context_window: 272000 }), 272000);
 * ```
 */
export function effectiveWindow(
  model: Pick<PinnedModel, "context_window" | "max_context_window">,
): number {
  return Math.min(model.context_window, model.max_context_window);
}
