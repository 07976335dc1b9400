import type { FieldPath } from "../base/field_path.ts";
import type { JsonValue } from "../base/json.ts";
import type { Problem } from "../base/problem.ts";

/**
 * Sorts problems as their fields stand in the document. What is missing comes
 * behind everything that is there.
 */
export function inDocumentOrder(
  problems: readonly Problem[],
  document: JsonValue,
): Problem[] {
  const positions = new Map<object, ReadonlyMap<string, number>>();
  /** The position of a key; each object is gone through once. */
  const positionOf = (around: object, key: string): number => {
    let known = positions.get(around);
    if (!known) {
      known = new Map(Object.keys(around).map((name, at) => [name, at]));
      positions.set(around, known);
    }
    return known.get(key) ?? -1;
  };
  return problems
    .map((problem) => ({
      problem,
      place: placeOf(problem.path, document, positionOf),
    }))
    .sort((a, b) => comparePlaces(a.place, b.place))
    .map(({ problem }) => problem);
}

/** The position of each part of a path among its neighbours. */
function placeOf(
  path: FieldPath,
  document: JsonValue,
  positionOf: (around: object, key: string) => number,
): number[] {
  let value: unknown = document;
  return path.map((part) => {
    if (typeof value !== "object" || value === null) return Infinity;
    const index = Array.isArray(value)
      ? Number(part)
      : positionOf(value, String(part));
    value = (value as Record<string | number, unknown>)[part];
    return index < 0 || value === undefined ? Infinity : index;
  });
}

function comparePlaces(a: readonly number[], b: readonly number[]): number {
  for (let i = 0; i < Math.min(a.length, b.length); i++) {
    if (a[i] !== b[i]) return a[i]! < b[i]! ? -1 : 1;
  }
  return a.length - b.length;
}
