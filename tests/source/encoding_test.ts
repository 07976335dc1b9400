import assert from "node:assert/strict";
import { foreignEncoding } from "../../lib/source/encoding.ts";

for (
  const [what, bytes, expected] of [
    ["nothing", [], undefined],
    ["letters", [0x61, 0x62], undefined],
    ["UTF-8 of two bytes", [0xc3, 0xbc], undefined],
    ["the mark of little ends", [0xff, 0xfe, 0x61, 0x62], "UTF-16"],
    ["the mark of big ends", [0xfe, 0xff, 0x61, 0x62], "UTF-16"],
    ["half a mark", [0xff, 0x61, 0x62, 0x63], "not UTF-8"],
    ["half of the other", [0x61, 0xfe, 0x62, 0x63], "not UTF-8"],
    ["zeros between letters", [0x61, 0, 0x62, 0], "UTF-16"],
    ["one zero in many letters", [0x61, 0x62, 0x63, 0], undefined],
    ["a third of zeros", [0x61, 0x62, 0], undefined],
    ["a lone zero", [0], undefined],
    ["a byte of Latin-1", [0x61, 0xe9, 0x62], "not UTF-8"],
  ] as const
) {
  Deno.test(`foreignEncoding: ${what}`, () => {
    assert.equal(foreignEncoding(Uint8Array.from(bytes)), expected);
  });
}
