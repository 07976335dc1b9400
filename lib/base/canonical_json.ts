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
      return Array.isArray(value)
        ? canonicalArray(value)
        : canonicalObject(value as Readonly<Record<string, unknown>>);
  }
  throw new TypeError(`not JSON: ${String(value)}`);
}

function canonicalArray(value: readonly unknown[]): string {
  let text = "";
  for (let index = 0; index < value.length; index++) {
    text += (index === 0 ? "" : ",") + canonicalJson(value[index]);
  }
  return `[${text}]`;
}

function canonicalObject(value: Readonly<Record<string, unknown>>): string {
  let text = "";
  for (const key of sorted(Object.keys(value))) {
    const field = value[key];
    if (field === undefined) continue;
    text += (text === "" ? "" : ",") + nameOf(key) + canonicalJson(field);
  }
  return `{${text}}`;
}

/** Up to so many names, looking at each is less work than to begin to sort. */
const FEW = 20;

/** The same array in the RFC's order: by UTF-16 code units, as strings compare. */
function sorted(keys: string[]): string[] {
  if (keys.length > FEW) return keys.sort();
  for (let index = 1; index < keys.length; index++) {
    const key = keys[index];
    let at = index;
    for (; at > 0 && keys[at - 1] > key; at--) keys[at] = keys[at - 1];
    keys[at] = key;
  }
  return keys;
}

/** Names that were printed, up to a number: documents have few, again and again. */
const names = new Map<string, string>();
const MOST_NAMES = 500;
const LONGEST_NAME = 50;

/** A key as JSON, with its colon. */
function nameOf(key: string): string {
  const known = names.get(key);
  if (known !== undefined) return known;
  const name = `${canonicalJson(key)}:`;
  if (names.size < MOST_NAMES && key.length <= LONGEST_NAME) {
    names.set(key, name);
  }
  return name;
}
