import type { Address } from "./lua_api.ts";

/** Texts of no more bytes are read one by one: a decoder takes longer to begin. */
const SHORT_TEXT_BYTES = 80;

const ENCODER = new TextEncoder();

/** The memory of a machine, which may grow, as bytes, words and texts. */
export class MachineMemory {
  readonly #memory: WebAssembly.Memory;
  #bytes: Uint8Array;

  constructor(memory: WebAssembly.Memory) {
    this.#memory = memory;
    this.#bytes = new Uint8Array(memory.buffer);
  }

  /** All of it; valid until the machine runs on. */
  bytes(): Uint8Array {
    // Memory that grew has left its old buffer empty.
    if (this.#bytes.length === 0) {
      this.#bytes = new Uint8Array(this.#memory.buffer);
    }
    return this.#bytes;
  }

  wordAt(address: Address): number {
    const all = this.bytes();
    return (all[address]! | all[address + 1]! << 8 | all[address + 2]! << 16 |
      all[address + 3]! << 24) >>> 0;
  }

  /** @throws {RangeError} when it is not in memory; what the decoder throws */
  textAt(start: Address, length: number, decoder: TextDecoder): string {
    const all = this.bytes();
    const end = start + length;
    if (end > all.length) throw new RangeError("a text outside of memory");
    if (length > SHORT_TEXT_BYTES) {
      return decoder.decode(all.subarray(start, end));
    }
    let text = "";
    for (let at = start; at < end; at++) {
      // Nearly all are ASCII.
      if (all[at]! >= 0x80) return decoder.decode(all.subarray(start, end));
      text += String.fromCharCode(all[at]!);
    }
    return text;
  }

  /**
   * Writes a text that fits in at three bytes for each code unit.
   *
   * @returns the number of bytes
   */
  writeText(text: string, start: Address): number {
    const all = this.bytes();
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
}
