/**
 * Plain data as RFC 8785 canonical JSON: one text for one value, whatever the
 * order its fields were written in. Fields that are `undefined` are left out,
 * as `JSON.stringify` does.
 *
 * @throws {TypeError} what JSON cannot say: NaN, infinity, functions, bigints,
 * half of a surrogate pair
 *
 * @example
 * ```ts
 * import { canonicalJson } from "./canonical_json.ts";
 * import assert from "node:assert/strict";
 * assert.equal(canonicalJson({ b: [1.0, true], a: "é" }), '{"a":"é","b":[1,true]}');
 * ```
 */
export function canonicalJson(value: unknown): string {
  switch (typeof value) {
    case "boolean":
      return value ? "true" : "false";
    case "number":
      // JavaScript prints numbers exactly as the RFC asks, -0 as 0 included.
      if (Number.isFinite(value)) return String(value + 0);
      break;
    case "string":
      if (value.isWellFormed()) return JSON.stringify(value);
      break;
    case "object":
      if (value === null) return "null";
      if (Array.isArray(value)) {
        return `[${value.map((item) => canonicalJson(item)).join(",")}]`;
      }
      return canonicalObject(value as Readonly<Record<string, unknown>>);
  }
  throw new TypeError(`not JSON: ${String(value)}`);
}

function canonicalObject(value: Readonly<Record<string, unknown>>): string {
  const fields: string[] = [];
  // The default order of sort() is the RFC's: by UTF-16 code units.
  for (const key of Object.keys(value).sort()) {
    if (value[key] === undefined) continue;
    fields.push(`${canonicalJson(key)}:${canonicalJson(value[key])}`);
  }
  return `{${fields.join(",")}}`;
}
