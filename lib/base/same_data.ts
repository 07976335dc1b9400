import { isObject, ownField } from "./json.ts";

/**
 * Whether two pieces of plain data are equal. The order of fields does not
 * count, and a field that is `undefined` counts as missing.
 */
export function sameData(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (Array.isArray(a)) {
    return Array.isArray(b) && a.length === b.length &&
      a.every((item, index) => sameData(item, b[index]));
  }
  return isObject(a) && isObject(b) &&
    Object.keys(a).every((key) => sameData(a[key], ownField(b, key))) &&
    Object.keys(b).every((key) =>
      Object.hasOwn(a, key) || b[key] === undefined
    );
}
