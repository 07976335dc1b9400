import { INVISIBLE } from "./visible_json.ts";

const ESCAPES: Readonly<Record<string, string>> = {
  "\b": "\\b",
  "\t": "\\t",
  "\n": "\\n",
  "\f": "\\f",
  "\r": "\\r",
  '"': '\\"',
  "\\": "\\\\",
};

/**
 * A text as a TOML string. TOML allows C1 controls and bidirectional marks as
 * they are, but a terminal would interpret them: they are escapes.
 *
 * @throws {TypeError} half a surrogate pair, which TOML cannot say
 *
 * @example
 * ```ts
 * import { tomlString } from "./toml_string.ts";
 * import assert from "node:assert/strict";
 * assert.equal(tomlString('a"\u202e'), '"a\\"\\u202e"');
 * ```
 */
export function tomlString(text: string): string {
  if (!text.isWellFormed()) throw new TypeError("half a surrogate pair");
  const escaped = text.replace(/["\\]/g, (sign) => ESCAPES[sign]!)
    .replace(INVISIBLE, (mark) => ESCAPES[mark] ?? codePoint(mark));
  return `"${escaped}"`;
}

function codePoint(mark: string): string {
  const hex = mark.codePointAt(0)!.toString(16);
  return hex.length > 4
    ? `\\U${hex.padStart(8, "0")}`
    : `\\u${hex.padStart(4, "0")}`;
}
