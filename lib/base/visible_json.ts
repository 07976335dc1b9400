/**
 * Control characters, invisible marks that reorder or hide text, lone
 * surrogates, and the line ends that only some programs know.
 */
export const INVISIBLE: RegExp = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu;

/** Most JSON: there is nothing in it to look for. */
const PLAIN = /^[\n\x20-\x7e]*$/;

/**
 * The same JSON with every invisible character as its escape: a terminal obeys
 * what it is sent, and `JSON.stringify` leaves DEL, the C1 controls and
 * bidirectional marks as they are. Whoever parses it gets the same data.
 *
 * @param json compact, or with line ends between its parts
 *
 * @example
 * ```ts
 * import { visibleJson } from "./visible_json.ts";
 * import assert from "node:assert/strict";
 * assert.equal(visibleJson('"a\u202eb"'), '"a\\u202eb"');
 * ```
 */
export function visibleJson(json: string): string {
  if (PLAIN.test(json)) return json;
  return json.replace(INVISIBLE, (mark) => mark === "\n" ? mark : units(mark));
}

function units(mark: string): string {
  return Array.from(
    { length: mark.length },
    (_, at) => "\\u" + mark.charCodeAt(at).toString(16).padStart(4, "0"),
  ).join("");
}
