import type { JsonValue } from "../../base/json.ts";

/** Whether two values are the same data; the order of fields does not count. */
export function sameJson(a: JsonValue, b: JsonValue): boolean {
  if (
    typeof a !== "object" || typeof b !== "object" || a === null || b === null
  ) {
    return a === b;
  }
  if (Array.isArray(a) !== Array.isArray(b)) return false;
  const keys = Object.keys(a);
  return keys.length === Object.keys(b).length &&
    keys.every((key) =>
      Object.hasOwn(b, key) &&
      sameJson(
        (a as Record<string, JsonValue>)[key]!,
        (b as Record<string, JsonValue>)[key]!,
      )
    );
}
