import { utf8Text } from "../base/utf8_text.ts";
import { type EncodingError, encodingError } from "../document/decode_text.ts";

/** Byte order marks of texts that are not UTF-8. */
const UTF16_MARKS: readonly (readonly [number, number])[] = [
  [0xff, 0xfe],
  [0xfe, 0xff],
];

/** What to do about a source in another encoding. */
export const SAVE_AS_UTF8 = "save the file as UTF-8";

/** Bytes that are looked at for the zeros between the letters of UTF-16. */
const LOOKED_AT = 4096;

/**
 * The encoding of a text that is not UTF-8. Nothing of such a text is shown: a
 * key in it would come out with zeros between its letters, and not be masked.
 *
 * @returns `undefined` for UTF-8
 *
 * @example
 * ```ts
 * import { foreignEncoding } from "./encoding.ts";
 * import assert from "node:assert/strict";
 * assert.equal(foreignEncoding(new TextEncoder().encode("return {}")), undefined);
 * assert.equal(foreignEncoding(Uint8Array.of(0xff, 0xfe, 0x72, 0)), "UTF-16");
 * ```
 */
export function foreignEncoding(
  bytes: Uint8Array,
): "UTF-16" | "not UTF-8" | undefined {
  if (UTF16_MARKS.some(([a, b]) => bytes[0] === a && bytes[1] === b)) {
    return "UTF-16";
  }
  if (hasZeroBetween(bytes)) return "UTF-16";
  return utf8Text(bytes) === undefined ? "not UTF-8" : undefined;
}

/** Every other byte of plain letters in UTF-16 is zero. */
function hasZeroBetween(bytes: Uint8Array): boolean {
  const beginning = bytes.subarray(0, LOOKED_AT);
  // Hardly any text has one.
  if (!beginning.includes(0)) return false;
  const zeros = beginning.filter((byte) => byte === 0).length;
  return beginning.length > 1 && zeros * 3 > beginning.length;
}

/** Why a source cannot be read, to end a sentence with, and from where on. */
export function encodingProblem(
  encoding: "UTF-16" | "not UTF-8",
  bytes: Uint8Array,
): EncodingError {
  return encoding === "UTF-16"
    ? {
      message: "it is written in UTF-16: a source is UTF-8",
      line: 1,
      column: 1,
    }
    : encodingError(bytes);
}
