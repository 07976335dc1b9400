import type { Address } from "./lua_api.ts";

/** Texts of no more bytes are read one by one: a decoder takes longer to begin. */
const SHORT_TEXT_BYTES = 80;

const ENCODER = new TextEncoder();

/** The memory of a machine as bytes, words and texts. */
export interface MachineMemory {
  /** All of it; valid until the machine runs on. */
  bytes(): Uint8Array;
  wordAt(address: Address): number;
  /** @throws {RangeError} when it is not in memory; what the decoder throws */
  textAt(start: Address, length: number, decoder: TextDecoder): string;
  /**
   * Writes a text that fits in at three bytes for each code unit.
   *
   * @returns the number of bytes
   */
  writeText(text: string, start: Address): number;
}

/** Looks into a memory, which may grow meanwhile. */
export function machineMemory(memory: WebAssembly.Memory): MachineMemory {
  let current = new Uint8Array(memory.buffer);

  function bytes(): Uint8Array {
    // Memory that grew has left its old buffer empty.
    if (current.length === 0) current = new Uint8Array(memory.buffer);
    return current;
  }

  function wordAt(address: Address): number {
    const all = bytes();
    return (all[address] | all[address + 1] << 8 | all[address + 2] << 16 |
      all[address + 3] << 24) >>> 0;
  }

  function textAt(
    start: Address,
    length: number,
    decoder: TextDecoder,
  ): string {
    const all = bytes();
    const end = start + length;
    if (end > all.length) throw new RangeError("a text outside of memory");
    if (length > SHORT_TEXT_BYTES) {
      return decoder.decode(all.subarray(start, end));
    }
    let text = "";
    for (let at = start; at < end; at++) {
      // Nearly all are ASCII.
      if (all[at] >= 0x80) return decoder.decode(all.subarray(start, end));
      text += String.fromCharCode(all[at]);
    }
    return text;
  }

  function writeText(text: string, start: Address): number {
    const all = bytes();
    for (let at = 0; at < text.length; at++) {
      const code = text.charCodeAt(at);
      if (code >= 0x80) {
        const room = all.subarray(start, start + 3 * text.length);
        return ENCODER.encodeInto(text, room).written;
      }
      all[start + at] = code;
    }
    return text.length;
  }

  return { bytes, wordAt, textAt, writeText };
}
