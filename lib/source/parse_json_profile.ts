import type { JsonValue } from "../base/json.ts";
import { failure, ProfileError } from "../base/profile_error.ts";
import { decodeText } from "../document/decode_text.ts";
import { locateProblems } from "../document/locate_problems.ts";
import { SAVE_AS_UTF8 } from "./encoding.ts";
import { plainData } from "./plain_data.ts";

/**
 * Reads JSON data: a profile, or a manifest file. What it is made of is said
 * with {@linkcode plainData}.
 *
 * @param file as it should be shown, or `<stdin>`
 * @throws {ProfileError} `json-syntax`; `conflicting-fields` when an object has
 * a field twice; `limit-output` when it is nested too deep; `result-shape` for a
 * number too large to hold
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
    const { message, place, help, edits } = explainJsonSyntax(text, file);
    throw failure(
      "json-syntax",
      `cannot read \`${file}\` as JSON: ${message}`,
      {
        source: place,
        ...help !== undefined && { help },
        ...edits && { fixes: [{ edits }] },
      },
    );
  }
  const data = plainData(parsed, file);
  if ("problem" in data) {
    const { jsonPlaces } = await import("../document/json_places.ts");
    throw new ProfileError(
      locateProblems([data.problem], jsonPlaces(text, file)),
    );
  }
  // As many `:` as fields, or a field was written twice: JSON.parse keeps the last.
  if (colonsIn(text) !== fieldsIn(parsed as JsonValue)) {
    const { repeatedFields } = await import("./repeated_fields.ts");
    throw new ProfileError(repeatedFields(text, file));
  }
  return data.value;
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
  const decoded = decodeText(bytes);
  if ("text" in decoded) return decoded.text;
  const { message, line, column } = decoded.error;
  throw failure(
    "json-syntax",
    `cannot read \`${file}\` as JSON: ${message}`,
    { source: { file, line, column, length: 1 }, help: SAVE_AS_UTF8 },
  );
}
