import assert from "node:assert/strict";
import fc from "../fast_check.ts";
import { MachineMemory } from "../../lib/lua/machine_memory.ts";

const PAGE_BYTES = 65536;
const LENIENT = new TextDecoder("utf-8", { ignoreBOM: true });
const STRICT = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });

function page(): WebAssembly.Memory {
  return new WebAssembly.Memory({ initial: 1, maximum: 2 });
}

Deno.test("MachineMemory reads and writes texts as a decoder and an encoder do", () => {
  const memory = new MachineMemory(page());
  fc.assert(
    fc.property(fc.string({ unit: "binary", maxLength: 200 }), (text) => {
      const length = memory.writeText(text, 100);
      const bytes = new TextEncoder().encode(text);
      assert.deepEqual(memory.bytes().slice(100, 100 + length), bytes);
      assert.equal(memory.textAt(100, length, LENIENT), LENIENT.decode(bytes));
    }),
  );
});

Deno.test("MachineMemory.textAt leaves what is no ASCII to the decoder", () => {
  const memory = new MachineMemory(page());
  memory.bytes().set([0x61, 0xff], 0);
  assert.equal(memory.textAt(0, 2, LENIENT), "a\uFFFD");
  assert.throws(() => memory.textAt(0, 2, STRICT), TypeError);
});

Deno.test("MachineMemory.textAt refuses a text that is not in memory", () => {
  const memory = new MachineMemory(page());
  assert.equal(memory.textAt(PAGE_BYTES - 1, 1, LENIENT), "\0");
  for (const [start, length] of [[PAGE_BYTES - 1, 2], [0, 2 ** 31]]) {
    assert.throws(() => memory.textAt(start!, length!, LENIENT), RangeError);
  }
});

Deno.test("MachineMemory.wordAt reads the lowest byte first, without a sign", () => {
  const memory = new MachineMemory(page());
  memory.bytes().set([0x01, 0x02, 0x03, 0xff], 5);
  assert.equal(memory.wordAt(5), 0xff030201);
});

Deno.test("MachineMemory follows memory that grows", () => {
  const grows = page();
  const memory = new MachineMemory(grows);
  memory.bytes()[7] = 1;
  grows.grow(1);
  assert.equal(memory.bytes().length, 2 * PAGE_BYTES);
  assert.equal(memory.bytes()[7], 1);
});
