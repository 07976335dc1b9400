import { lazy } from "./lazy.ts";
import type { ResolverSession } from "./resolver_session.ts";
import { sha256Hex } from "./sha256.ts";

/**
 * Sums that the platform makes for a session: a start of a profile with two
 * modules asks for so many. It makes them on other threads, and waking one
 * takes longer than a sum; loading and compiling code for it takes longer still.
 */
const BY_THE_PLATFORM = 4;

const sumHere = lazy(async () => {
  const [{ sha256 }, { bytesToHex }] = await Promise.all([
    import("npm:@noble/hashes@2.4.0/sha2.js"),
    import("npm:@noble/hashes@2.4.0/utils.js"),
  ]);
  return (bytes: Uint8Array) => bytesToHex(sha256(bytes));
});

/**
 * What `sha256Hex` does, for the whole of a session, which may need many sums.
 *
 * @example
 * ```ts
 * import { sumsOf } from "./many_sums.ts";
 * import { ResolverSession } from "./resolver_session.ts";
 * import { sha256Hex } from "./sha256.ts";
 * import assert from "node:assert/strict";
 * const sum = sumsOf(new ResolverSession());
 * for (let text = ""; text.length < 10; text += "é") {
 *   assert.equal(await sum(text), await sha256Hex(text));
 * }
 * ```
 */
export function sumsOf(session: ResolverSession): typeof sha256Hex {
  return session.once(startSums, session);
}

function startSums(): typeof sha256Hex {
  let made = 0;
  return async (data) => {
    if (++made <= BY_THE_PLATFORM) return await sha256Hex(data);
    const bytes = typeof data === "string"
      ? new TextEncoder().encode(data)
      : data;
    return (await sumHere())(bytes);
  };
}
