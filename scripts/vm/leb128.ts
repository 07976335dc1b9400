/** Writes an unsigned integer below 2^32 as LEB128. */
export function unsignedLeb(value: number): number[] {
  const bytes: number[] = [];
  do {
    const low = value & 0x7f;
    value = value >>> 7;
    bytes.push(value === 0 ? low : low | 0x80);
  } while (value !== 0);
  return bytes;
}

/** Writes a signed 32-bit integer as LEB128. */
export function signedLeb(value: number): number[] {
  const bytes: number[] = [];
  while (true) {
    const low = value & 0x7f;
    value >>= 7;
    const done = value === ((low & 0x40) === 0 ? 0 : -1);
    bytes.push(done ? low : low | 0x80);
    if (done) return bytes;
  }
}
