/** What may be `undefined` in `T` may be left out, and is never `undefined`. */
export type Defined<T> =
  & {
    readonly [K in keyof T as undefined extends T[K] ? never : K]: T[K];
  }
  & {
    readonly [K in keyof T as undefined extends T[K] ? K : never]?: Exclude<
      T[K],
      undefined
    >;
  };

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
export function defined<T extends object>(value: T): Defined<T> {
  const result: Partial<T> = {};
  for (const key of Object.keys(value) as (keyof T)[]) {
    if (value[key] !== undefined) result[key] = value[key];
  }
  return result as unknown as Defined<T>;
}
