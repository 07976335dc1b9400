/**
 * The object without its fields that are `undefined`, in the same order: in a
 * manifest an unset field is left out.
 *
 * @example
 * ```ts
 * import { defined } from "./defined.ts";
 * import assert from "node:assert/strict";
 * assert.deepEqual(Object.keys(defined({ a: 1, b: undefined })), ["a"]);
 * ```
 */
export function defined<T extends object>(value: T): T {
  return Object.fromEntries(
    Object.entries(value).filter(([, field]) => field !== undefined),
  ) as T;
}
