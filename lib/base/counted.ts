/**
 * A number with what it counts.
 *
 * @example
 * ```ts
 * import { counted } from "@insomnia/profile";
 * import assert from "node:assert/strict";
 * assert.deepEqual([counted(1, "error"), counted(2, "error")], ["1 error", "2 errors"]);
 * ```
 */
export function counted(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? "" : "s"}`;
}
