import { lazy } from "./lazy.ts";

// Deno loads its decoders when the first is made: not in every start.
const strict = lazy(() => new TextDecoder("utf-8", { fatal: true }));

/**
 * The text that bytes are in UTF-8, a byte order mark at its beginning left out.
 *
 * @returns `undefined` for bytes that are not UTF-8
 *
 * @example
 * ```ts
 * import { utf8Text } from "./utf8_text.ts";
 * import assert from "node:assert/strict";
 * assert.equal(utf8Text(Uint8Array.of(0x61)), "a");
 * assert.equal(utf8Text(Uint8Array.of(0xff)), undefined);
 * ```
 */
export function utf8Text(bytes: Uint8Array): string | undefined {
  try {
    return strict().decode(bytes);
  } catch {
    return undefined;
  }
}
