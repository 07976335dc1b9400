/**
 * What is made when it is first asked for, and kept. At the top of a module it
 * is made of constants alone: the same for every session, so that none owns it.
 *
 * @example
 * ```ts
 * import { lazy } from "./lazy.ts";
 * import assert from "node:assert/strict";
 * const list = lazy(() => [1]);
 * assert.equal(list(), list());
 * ```
 */
export function lazy<Value>(make: () => Value): () => Value {
  let made: { readonly value: Value } | undefined;
  return () => (made ??= { value: make() }).value;
}
