import type { LuaFrame } from "./lua_failure.ts";

/** Fewer calls than these may be of one function without being a recursion. */
const LEAST_CALLS = 5;

/**
 * What goes on calling itself: the function that most calls of a trace are of,
 * as `function 'merge'`; undefined where no one stands out.
 *
 * @example
 * ```ts
 * import { findRecursion } from "./find_recursion.ts";
 * import assert from "node:assert/strict";
 * const frame = { chunk: "main.lua", line: 3, label: "in function 'merge'" };
 * assert.equal(findRecursion(Array(20).fill(frame)), "function 'merge'");
 * assert.equal(findRecursion([frame]), undefined);
 * ```
 */
export function findRecursion(
  traceback: readonly LuaFrame[],
): string | undefined {
  const counts = new Map<string, number>();
  for (const { label } of traceback) {
    counts.set(label, (counts.get(label) ?? 0) + 1);
  }
  for (const [label, count] of counts) {
    if (count >= LEAST_CALLS && 2 * count >= traceback.length) {
      return label.replace(/^in /, "");
    }
  }
}
