/**
 * The SHA-256 sum of a text's UTF-8, as 64 hexadecimal digits, made by the
 * platform on another thread: for one sum, or of much. `sha256Hex` makes many
 * small ones sooner, once its machine is started.
 *
 * @example
 * ```ts
 * import { platformSha256Hex } from "./platform_sha256.ts";
 * import assert from "node:assert/strict";
 * assert.match(await platformSha256Hex("abc"), /^ba7816bf8f01cfea/);
 * ```
 */
export async function platformSha256Hex(text: string): Promise<string> {
  const sum = await crypto.subtle.digest(
    "SHA-256",
    new TextEncoder().encode(text),
  );
  // Not `toHex()`, which a runtime that is a year old does not have.
  return Array.from(
    new Uint8Array(sum),
    (byte) => byte.toString(16).padStart(2, "0"),
  ).join("");
}
