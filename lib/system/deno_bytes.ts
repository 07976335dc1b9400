import { tooLarge } from "./system.ts";

/** Files beyond this are refused unless more is asked for. */
export const DEFAULT_MAX_BYTES = 8 * 1024 * 1024;
const CHUNK_BYTES = 64 * 1024;

/** An open file, or standard input. */
export interface Readable {
  readSync(buffer: Uint8Array): number | null;
}

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
    const read = source.readSync(buffer.subarray(length));
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
export function writeAll(file: Deno.FsFile, bytes: Uint8Array): void {
  for (let at = 0; at < bytes.length;) at += file.writeSync(bytes.subarray(at));
}
