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
 * import { canonicalJson } from "@insomnia/profile";
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
      return Array.isArray(value)
        ? canonicalList(value)
        : canonicalObject(value as Readonly<Record<string, unknown>>);
  }
  throw new TypeError(`not JSON: ${String(value)}`);
}

function canonicalList(list: readonly unknown[]): string {
  let items = "";
  for (const item of list) {
    items += `${items === "" ? "" : ","}${canonicalJson(item)}`;
  }
  return `[${items}]`;
}

/** In the RFC's order: by UTF-16 code units, as strings compare. */
function canonicalObject(value: Readonly<Record<string, unknown>>): string {
  let fields = "";
  for (const key of Object.keys(value).sort()) {
    if (value[key] === undefined) continue;
    fields += `${fields === "" ? "" : ","}${canonicalJson(key)}:${
      canonicalJson(value[key])
    }`;
  }
  return `{${fields}}`;
}
