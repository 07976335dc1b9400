import assert from "node:assert/strict";
import { ByteReader } from "../../../scripts/vm/byte_reader.ts";
import { signedLeb, unsignedLeb } from "../../../scripts/vm/leb128.ts";

Deno.test("unsignedLeb is what ByteReader reads", () => {
  for (const value of [0, 1, 127, 128, 16383, 16384, 2 ** 31, 2 ** 32 - 1]) {
    const reader = new ByteReader(Uint8Array.from(unsignedLeb(value)));
    assert.equal(reader.unsigned(), value);
    assert(reader.done);
  }
});

Deno.test("signedLeb keeps the sign", () => {
  const rows: readonly [number, readonly number[]][] = [
    [0, [0x00]],
    [63, [0x3f]],
    [64, [0xc0, 0x00]],
    [-1, [0x7f]],
    [-64, [0x40]],
    [-65, [0xbf, 0x7f]],
    [2 ** 31 - 1, [0xff, 0xff, 0xff, 0xff, 0x07]],
    [-(2 ** 31), [0x80, 0x80, 0x80, 0x80, 0x78]],
  ];
  for (const [value, bytes] of rows) {
    assert.deepEqual(signedLeb(value), bytes, String(value));
  }
});
