/** Sums that the platform makes in another thread, before this one's code is worth warming. */
const FIRST_SUMS = 16;

let sums = 0;
let sumHere: ((bytes: Uint8Array) => Uint8Array) | undefined;

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
    : data;
  if (sumHere) return hexOf(sumHere(bytes));
  // A view on shared memory may change while it is summed; a copy may not.
  const copy = new Uint8Array(bytes);
  const sum = sums++ < FIRST_SUMS
    ? new Uint8Array(await crypto.subtle.digest("SHA-256", copy))
    : (sumHere ??= await loadSumHere())(copy);
  return hexOf(sum);
}

/** `toHex()`, which a runtime that is a year old does not have. */
function hexOf(sum: Uint8Array): string {
  let text = "";
  for (let at = 0; at < sum.length; at += 4) {
    const word = (sum[at]! << 24 | sum[at + 1]! << 16 | sum[at + 2]! << 8 |
      sum[at + 3]!) >>> 0;
    text += word.toString(16).padStart(8, "0");
  }
  return text;
}

/** In a program that resolves many profiles, one thread is faster than two. */
async function loadSumHere(): Promise<(bytes: Uint8Array) => Uint8Array> {
  const { sha256Sync }: typeof import("./sha256_sync.ts") = await import(
    import.meta.resolve("./sha256_sync.ts")
  );
  return sha256Sync;
}
