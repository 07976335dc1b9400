import { tooLarge } from "./system.ts";
import type { Readable, RuntimeFile } from "./runtime.ts";

const CHUNK_BYTES = 64 * 1024;

/**
 * All the bytes that are left.
 *
 * @param expected how many there probably are; 0 when unknown
 */
export function readAll(
  source: Readable,
  path: string,
  maxBytes: number,
  expected: number,
): Uint8Array {
  if (expected > maxBytes) throw tooLarge(path, maxBytes);
  // One byte more than expected, so that the last read can say "the end".
  let buffer = new Uint8Array(expected > 0 ? expected + 1 : CHUNK_BYTES);
  let length = 0;
  for (;;) {
    const read = source.read(buffer.subarray(length));
    if (read === null) return buffer.subarray(0, length);
    length += read;
    if (length > maxBytes) throw tooLarge(path, maxBytes);
    if (length === buffer.length) {
      const larger = new Uint8Array(2 * buffer.length);
      larger.set(buffer);
      buffer = larger;
    }
  }
}

/** Writes all of `bytes`, in as many pieces as it takes. */
export function writeAll(file: RuntimeFile, bytes: Uint8Array): void {
  for (let at = 0; at < bytes.length;) at += file.write(bytes.subarray(at));
}
