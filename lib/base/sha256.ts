import { SHA256_CODE, SHA256_PLACES } from "./sha256_code.generated.ts";

/** The first 32 bits of the fractional parts of the square roots of the first primes. */
const START = [2, 3, 5, 7, 11, 13, 17, 19].map((prime) =>
  Math.sqrt(prime) % 1 * 2 ** 32
);

const BLOCK_BYTES = 64;
/** Behind the data: a one bit at least, and the length in bits as 64 bits. */
const MARK_BYTES = 1;
const LENGTH_BYTES = 8;

interface Machine {
  /** Of the hash so far, as eight words. */
  readonly hash: Uint32Array;
  /** Room for whole blocks that are mixed into it. */
  readonly room: Uint8Array;
  /** Mixes in so many bytes of the room: whole blocks, at least one. */
  compress(bytes: number): void;
}

let machine: Machine | undefined;

/** A memory of its own and a function, which can reach nothing else. */
function startMachine(): Machine {
  const { exports } = new WebAssembly.Instance(
    new WebAssembly.Module(Uint8Array.fromBase64(SHA256_CODE)),
  );
  const { buffer } = exports.memory as WebAssembly.Memory;
  return {
    hash: new Uint32Array(buffer, SHA256_PLACES.hash, START.length),
    room: new Uint8Array(buffer, SHA256_PLACES.room),
    compress: exports.compress as (bytes: number) => void,
  };
}

/**
 * The SHA-256 sum (FIPS 180-4) of bytes, or of a text's UTF-8, as 64
 * hexadecimal digits. `crypto.subtle` would ask another thread, which costs a
 * start half a millisecond.
 *
 * @example
 * ```ts
 * import { sha256Hex } from "./sha256.ts";
 * import assert from "node:assert/strict";
 * assert.match(sha256Hex("abc"), /^ba7816bf8f01cfea/);
 * ```
 */
export function sha256Hex(data: Uint8Array | string): string {
  const bytes = typeof data === "string"
    ? new TextEncoder().encode(data)
    : data;
  const { hash, room, compress } = machine ??= startMachine();
  hash.set(START);
  // What is left when there is less than this has room for its padding, too.
  const piece = room.length - BLOCK_BYTES;
  let at = 0;
  for (; bytes.length - at >= piece; at += piece) {
    room.set(bytes.subarray(at, at + piece));
    compress(piece);
  }
  compress(putLast(room, bytes.subarray(at), bytes.length));
  return [...hash].map((word) => word.toString(16).padStart(8, "0")).join("");
}

/**
 * Puts the last bytes in place, with what has to stand behind them.
 *
 * @param length of all bytes that are summed
 * @returns where it ends
 */
function putLast(room: Uint8Array, last: Uint8Array, length: number): number {
  const unpadded = last.length + MARK_BYTES + LENGTH_BYTES;
  const end = Math.ceil(unpadded / BLOCK_BYTES) * BLOCK_BYTES;
  room.set(last);
  room[last.length] = 0x80;
  room.fill(0, last.length + MARK_BYTES, end);
  const view = new DataView(room.buffer, room.byteOffset + end - LENGTH_BYTES);
  view.setUint32(0, length / 2 ** 29);
  view.setUint32(4, length << 3);
  return end;
}
