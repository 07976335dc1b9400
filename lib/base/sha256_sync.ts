/** The first 32 bits of the fractional parts of the roots of the first primes. */
function primeRoots(count: number, root: (prime: number) => number): number[] {
  const words: number[] = [];
  for (let candidate = 2; words.length < count; candidate++) {
    let factor = 2;
    while (candidate % factor !== 0) factor++;
    if (factor === candidate) words.push((root(candidate) % 1) * 2 ** 32);
  }
  return words;
}

const ROUND_CONSTANTS = Uint32Array.from(primeRoots(64, Math.cbrt));
const START = Uint32Array.from(primeRoots(8, Math.sqrt));
const BLOCK_BYTES = 64;

function rotate(word: number, bits: number): number {
  return word >>> bits | word << 32 - bits;
}

/**
 * SHA-256 (FIPS 180-4) without leaving the thread. Once this code is warm a
 * short text takes it some microseconds, where `crypto.subtle` asks another
 * thread and waits for about a hundred. Cold it takes milliseconds.
 *
 * @returns 32 bytes
 *
 * @example
 * ```ts
 * import { sha256Sync } from "./sha256_sync.ts";
 * import assert from "node:assert/strict";
 * const sum = sha256Sync(new TextEncoder().encode("abc"));
 * assert.deepEqual([...sum.subarray(0, 3)], [0xba, 0x78, 0x16]);
 * ```
 */
export function sha256Sync(bytes: Uint8Array): Uint8Array {
  // The message, a one bit, zeros, and its length in bits as 64 bits.
  const blocks = Math.ceil((bytes.length + 9) / BLOCK_BYTES);
  const message = new Uint8Array(blocks * BLOCK_BYTES);
  message.set(bytes);
  message[bytes.length] = 0x80;
  const view = new DataView(message.buffer);
  view.setBigUint64(message.length - 8, BigInt(bytes.length) * 8n);

  const hash = START.slice();
  const words = new Uint32Array(64);
  for (let start = 0; start < message.length; start += BLOCK_BYTES) {
    expand(view, start, words);
    compress(hash, words);
  }
  const sum = new DataView(new ArrayBuffer(32));
  hash.forEach((word, index) => sum.setUint32(4 * index, word));
  return new Uint8Array(sum.buffer);
}

/** The message schedule of one block. */
function expand(view: DataView, start: number, words: Uint32Array): void {
  for (let at = 0; at < 16; at++) words[at] = view.getUint32(start + 4 * at);
  for (let at = 16; at < 64; at++) {
    const early = words[at - 15];
    const late = words[at - 2];
    words[at] = words[at - 16] + words[at - 7] +
      (rotate(early, 7) ^ rotate(early, 18) ^ early >>> 3) +
      (rotate(late, 17) ^ rotate(late, 19) ^ late >>> 10);
  }
}

/** Mixes one block into the hash. */
function compress(hash: Uint32Array, words: Uint32Array): void {
  let [a, b, c, d, e, f, g, h] = hash;
  for (let round = 0; round < 64; round++) {
    const chosen = e & f ^ ~e & g;
    const majority = a & b ^ a & c ^ b & c;
    const first = h + (rotate(e, 6) ^ rotate(e, 11) ^ rotate(e, 25)) + chosen +
        ROUND_CONSTANTS[round] + words[round] | 0;
    const second = (rotate(a, 2) ^ rotate(a, 13) ^ rotate(a, 22)) + majority |
      0;
    h = g;
    g = f;
    f = e;
    e = d + first | 0;
    d = c;
    c = b;
    b = a;
    a = first + second | 0;
  }
  for (const [index, word] of [a, b, c, d, e, f, g, h].entries()) {
    hash[index] += word;
  }
}
