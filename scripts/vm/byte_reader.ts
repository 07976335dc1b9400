/** Reads a WebAssembly binary from front to back. */
export class ByteReader {
  /** The next byte to read. */
  position = 0;

  constructor(readonly bytes: Uint8Array) {}

  get done(): boolean {
    return this.position >= this.bytes.length;
  }

  byte(): number {
    if (this.done) throw new RangeError("the module ends too early");
    return this.bytes[this.position++];
  }

  /** An unsigned LEB128 number. */
  unsigned(): number {
    let value = 0;
    for (let shift = 0;; shift += 7) {
      const byte = this.byte();
      value += (byte & 0x7f) * 2 ** shift;
      if (byte < 0x80) return value;
    }
  }

  /** Passes over a LEB128 number of any width, signed or not. */
  skipLeb(): void {
    while (this.byte() >= 0x80);
  }

  take(length: number): Uint8Array {
    const start = this.position;
    this.position += length;
    if (this.position > this.bytes.length) {
      throw new RangeError("the module ends too early");
    }
    return this.bytes.subarray(start, this.position);
  }

  /** A length-prefixed name. */
  name(): string {
    return new TextDecoder().decode(this.take(this.unsigned()));
  }
}
