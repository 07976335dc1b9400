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

const ROUND_CONSTANTS = Int32Array.from(primeRoots(64, Math.cbrt), toInt32);
const START = Int32Array.from(primeRoots(8, Math.sqrt), toInt32);
const BLOCK_BYTES = 64;

/** What is worked on; between two calls nothing in it is of use. */
const hash = new Int32Array(8);
const words = new Int32Array(64);
const tail = new Uint8Array(2 * BLOCK_BYTES);

function toInt32(word: number): number {
  return word | 0;
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
  hash.set(START);
  const { length } = bytes;
  const whole = length - length % BLOCK_BYTES;
  for (let at = 0; at < whole; at += BLOCK_BYTES) compress(bytes, at);

  // The rest, a one bit, zeros, and the length in bits as 64 bits.
  tail.fill(0);
  for (let at = whole; at < length; at++) tail[at - whole] = bytes[at];
  tail[length - whole] = 0x80;
  const end = length - whole < BLOCK_BYTES - 8 ? BLOCK_BYTES : 2 * BLOCK_BYTES;
  write(tail, end - 8, length / 2 ** 29);
  write(tail, end - 4, length << 3);
  for (let at = 0; at < end; at += BLOCK_BYTES) compress(tail, at);

  const sum = new Uint8Array(32);
  for (let at = 0; at < 8; at++) write(sum, 4 * at, hash[at]);
  return sum;
}

/** A word, its highest byte first. */
function write(bytes: Uint8Array, at: number, word: number): void {
  bytes[at] = word >>> 24;
  bytes[at + 1] = word >>> 16;
  bytes[at + 2] = word >>> 8;
  bytes[at + 3] = word;
}

/** Mixes one block into the hash. */
function compress(bytes: Uint8Array, start: number): void {
  for (let at = 0; at < 16; at++) {
    const from = start + 4 * at;
    words[at] = bytes[from] << 24 | bytes[from + 1] << 16 |
      bytes[from + 2] << 8 | bytes[from + 3];
  }
  for (let at = 16; at < 64; at++) {
    const early = words[at - 15];
    const late = words[at - 2];
    words[at] = words[at - 16] + words[at - 7] +
        ((early >>> 7 | early << 25) ^ (early >>> 18 | early << 14) ^
          early >>> 3) +
        ((late >>> 17 | late << 15) ^ (late >>> 19 | late << 13) ^
          late >>> 10) | 0;
  }
  let a = hash[0], b = hash[1], c = hash[2], d = hash[3];
  let e = hash[4], f = hash[5], g = hash[6], h = hash[7];
  for (let round = 0; round < 64; round++) {
    const first = h + ((e >>> 6 | e << 26) ^ (e >>> 11 | e << 21) ^
          (e >>> 25 | e << 7)) +
        (e & f ^ ~e & g) + ROUND_CONSTANTS[round] +
        words[round] | 0;
    const second = ((a >>> 2 | a << 30) ^ (a >>> 13 | a << 19) ^
          (a >>> 22 | a << 10)) + (a & b ^ a & c ^ b & c) | 0;
    h = g;
    g = f;
    f = e;
    e = d + first | 0;
    d = c;
    c = b;
    b = a;
    a = first + second | 0;
  }
  hash[0] += a;
  hash[1] += b;
  hash[2] += c;
  hash[3] += d;
  hash[4] += e;
  hash[5] += f;
  hash[6] += g;
  hash[7] += h;
}
