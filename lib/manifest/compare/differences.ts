import type { FieldPath } from "../../base/field_path.ts";
import { isObject, ownField } from "../../base/json.ts";
import { sameData } from "../../base/same_data.ts";

/** Two values that are not the same; `undefined` for one that is missing. */
export interface Difference {
  readonly path: FieldPath;
  readonly before: unknown;
  readonly after: unknown;
}

/**
 * Every field in which two documents differ, in the order of the first, then of
 * the second. A section that only one has is one difference, and a list is
 * compared as a whole.
 *
 * @param units sections that are one difference, at the narrowest part of them
 * that holds all that differs
 */
export function* differencesBetween(
  before: unknown,
  after: unknown,
  units: ReadonlySet<string>,
  path: FieldPath = [],
): Iterable<Difference> {
  if (sameData(before, after)) return;
  if (path.length === 1 && units.has(String(path[0]))) {
    yield narrowest({ path, before, after });
  } else if (isObject(before) && isObject(after)) {
    for (const key of keysOf(before, after)) {
      yield* differencesBetween(
        ownField(before, key),
        ownField(after, key),
        units,
        [...path, key],
      );
    }
  } else yield { path, before, after };
}

function narrowest(difference: Difference): Difference {
  const { path, before, after } = difference;
  const parts = partsOf(before, after).filter(([, a, b]) => !sameData(a, b));
  const [only] = parts;
  if (!only || parts.length > 1) return difference;
  const [key, a, b] = only;
  return narrowest({ path: [...path, key], before: a, after: b });
}

function partsOf(
  before: unknown,
  after: unknown,
): readonly (readonly [string | number, unknown, unknown])[] {
  if (isObject(before) && isObject(after)) {
    return keysOf(before, after).map((key) =>
      [key, ownField(before, key), ownField(after, key)] as const
    );
  }
  if (Array.isArray(before) && Array.isArray(after)) {
    // One item more or less moves all that follow: that is the list's change.
    if (before.length !== after.length) return [];
    return before.map((item, index) => [index, item, after[index]] as const);
  }
  return [];
}

function keysOf(a: object, b: object): readonly string[] {
  return [...new Set([...Object.keys(a), ...Object.keys(b)])];
}
