import type { SourcePlace } from "../base/diagnostic.ts";
import { type FieldPath, printFieldPath } from "../base/field_path.ts";
import type { JsonValue } from "../base/json.ts";
import { failure, ProfileError } from "../base/profile_error.ts";
import { MAX_RESULT_DEPTH } from "./source_limits.ts";

/**
 * Reads a profile that is JSON data. Its objects have no prototype, so that a
 * key such as `__proto__` is a key like any other.
 *
 * @param file as it should be shown, or `<stdin>`
 * @throws {ProfileError} `json-syntax`; `conflicting-fields` when an object has
 * a field twice; `limit-output` when it is nested too
 * deep; `result-shape` for a number that is none
 *
 * @example
 * ```ts
 * import { parseJsonProfile } from "./parse_json_profile.ts";
 * import assert from "node:assert/strict";
 * const bytes = new TextEncoder().encode(`{ "model": "codex-oauth/gpt-5.5" }`);
 * assert.equal(JSON.stringify(await parseJsonProfile(bytes, "x.json")), `{"model":"codex-oauth/gpt-5.5"}`);
 * ```
 */
export async function parseJsonProfile(
  bytes: Uint8Array,
  file: string,
): Promise<JsonValue> {
  const text = decode(bytes, file);
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch {
    const { explainJsonSyntax } = await import("./explain_json_syntax.ts");
    const { message, place } = explainJsonSyntax(text, file);
    throw failure(
      "json-syntax",
      `cannot read \`${file}\` as JSON: ${message}`,
      { source: place },
    );
  }
  const value = plain(parsed, [], file);
  // As many `:` as fields, or a field was written twice: JSON.parse keeps the last.
  if (colonsIn(text) !== fieldsIn(value)) {
    const { repeatedFields } = await import("./repeated_fields.ts");
    throw new ProfileError(repeatedFields(text, file));
  }
  return value;
}

/** Of valid JSON: those that are not in strings. */
function colonsIn(text: string): number {
  let count = 0;
  for (const [part] of text.matchAll(/"[^"\\]*(?:\\.[^"\\]*)*"|:/g)) {
    if (part === ":") count++;
  }
  return count;
}

function fieldsIn(value: JsonValue): number {
  if (typeof value !== "object" || value === null) return 0;
  const items = Object.values(value);
  const own = Array.isArray(value) ? 0 : items.length;
  return items.reduce<number>((sum, item) => sum + fieldsIn(item), own);
}

function decode(bytes: Uint8Array, file: string): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    throw failure(
      "json-syntax",
      `cannot read \`${file}\` as JSON: it is not UTF-8 text`,
      { source: startOf(file) },
    );
  }
}

function plain(value: unknown, path: FieldPath, file: string): JsonValue {
  if (typeof value === "number" && !Number.isFinite(value)) {
    throw failure(
      "result-shape",
      `\`${
        printFieldPath(path)
      }\` in \`${file}\` is a number too large to keep`,
    );
  }
  if (typeof value !== "object" || value === null) return value as JsonValue;
  if (path.length >= MAX_RESULT_DEPTH) {
    throw failure(
      "limit-output",
      `cannot take \`${file}\`: its data is nested more than ${MAX_RESULT_DEPTH} levels deep`,
    );
  }
  if (Array.isArray(value)) {
    return value.map((item, index) => plain(item, [...path, index], file));
  }
  const object: Record<string, JsonValue> = Object.create(null);
  for (const [key, item] of Object.entries(value)) {
    object[key] = plain(item, [...path, key], file);
  }
  return object;
}

function startOf(file: string): SourcePlace {
  return { file, line: 1, column: 1, length: 0 };
}
