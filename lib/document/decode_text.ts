import { utf8Text } from "../base/utf8_text.ts";

/** Where a text stops being UTF-8. Lines and columns count from 1. */
export interface EncodingError {
  readonly message: string;
  readonly line: number;
  readonly column: number;
}

/**
 * The text that some bytes are in UTF-8, without a byte order mark, or where they
 * stop being UTF-8.
 *
 * @example
 * ```ts
 * import { decodeText } from "./decode_text.ts";
 * import assert from "node:assert/strict";
 * assert.deepEqual(decodeText(Uint8Array.of(0x61, 0x0a, 0x62, 0xe9)), {
 *   error: {
 *     message: "it is not UTF-8 text: the byte E9 stands here",
 *     line: 2,
 *     column: 2,
 *   },
 * });
 * ```
 */
export function decodeText(
  bytes: Uint8Array,
): { readonly text: string } | { readonly error: EncodingError } {
  const text = utf8Text(bytes);
  return text === undefined ? { error: encodingError(bytes) } : { text };
}

/** Where the first bytes stand that are not UTF-8. */
export function encodingError(bytes: Uint8Array): EncodingError {
  const offset = firstBadByte(bytes);
  const lines = new TextDecoder().decode(bytes.subarray(0, offset))
    .split(/\r\n|\n\r|\n|\r/);
  const byte = bytes[offset]!.toString(16).toUpperCase().padStart(2, "0");
  return {
    message: `it is not UTF-8 text: the byte ${byte} stands here`,
    line: lines.length,
    column: lines.at(-1)!.length + 1,
  };
}

function firstBadByte(bytes: Uint8Array): number {
  let at = 0;
  while (at < bytes.length) {
    const lead = bytes[at]!;
    const length = lead < 0x80 ? 1 : lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : 4;
    if (length > 1 && utf8Text(bytes.subarray(at, at + length)) === undefined) {
      return at;
    }
    at += length;
  }
  return bytes.length - 1;
}
