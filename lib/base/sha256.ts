/**
 * The SHA-256 sum of bytes, or of a text's UTF-8, as 64 hexadecimal digits.
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
    // A view on shared memory may change while it is summed; a copy may not.
    : new Uint8Array(data);
  const sum = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
  let text = "";
  for (const byte of sum) text += byte.toString(16).padStart(2, "0");
  return text;
}
