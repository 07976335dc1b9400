/**
 * The SHA-256 sum (FIPS 180-4) of bytes, or of a text's UTF-8, as 64
 * hexadecimal digits.
 *
 * @example
 * ```ts
 * import { sha256Hex } from "./sha256.ts";
 * import assert from "node:assert/strict";
 * assert.match(await sha256Hex("abc"), /^ba7816bf8f01cfea/);
 * ```
 */
export async function sha256Hex(data: Uint8Array | string): Promise<string> {
  const bytes = typeof data === "string"
    ? new TextEncoder().encode(data)
    : data as Uint8Array<ArrayBuffer>;
  const sum = await crypto.subtle.digest("SHA-256", bytes);
  // Not `toHex()`, which a runtime that is a year old does not have.
  return Array.from(
    new Uint8Array(sum),
    (byte) => byte.toString(16).padStart(2, "0"),
  ).join("");
}
