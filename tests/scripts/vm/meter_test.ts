import assert from "node:assert/strict";
import { functionBody } from "../../../scripts/vm/function_bodies.ts";
import { VALUE_TYPE } from "../../../scripts/vm/function_types.ts";
import { OP } from "../../../scripts/vm/instructions.ts";
import { meter, type Prices } from "../../../scripts/vm/meter.ts";
import {
  nameBytes,
  SECTION,
  type WasmModule,
  writeModule,
} from "../../../scripts/vm/sections.ts";

const { i32 } = VALUE_TYPE;

/** `down(n)`: counts to zero; `copy(n)`: copies n bytes; no imports. */
function sample(): WasmModule {
  const down = [
    ...[0, OP.loop, OP.noResult],
    ...[OP.localGet, 0, OP.i32Const, 1, OP.i32Sub, OP.localTee, 0],
    ...[OP.brIf, 0, OP.end, OP.end],
  ];
  const copy = [
    ...[0, OP.i32Const, 0, OP.i32Const, 0, OP.localGet, 0],
    ...[OP.bulk, 10, 0, 0, OP.end],
  ];
  return new Map([
    [SECTION.type, Uint8Array.from([1, 0x60, 1, i32, 0])],
    [SECTION.import, Uint8Array.from([0])],
    [SECTION.function, Uint8Array.from([2, 0, 0])],
    [SECTION.memory, Uint8Array.from([1, 0, 1])],
    [SECTION.global, Uint8Array.from([0])],
    [
      SECTION.export,
      Uint8Array.from([
        2,
        ...[...nameBytes("down"), 0, 0],
        ...[...nameBytes("copy"), 0, 1],
      ]),
    ],
    [
      SECTION.code,
      Uint8Array.from([2, down.length, ...down, copy.length, ...copy]),
    ],
  ]);
}

const PRICES: Prices = {
  memoryBound: new Set(),
  memoryBoundCost: [OP.i32Const, 7],
  dispatch: { functionIndex: -1, turnCost: [], cases: 0, cost: () => [] },
};

function start(prices = PRICES) {
  const module = sample();
  const report = meter(module, prices);
  const instance = new WebAssembly.Instance(
    new WebAssembly.Module(writeModule(module)),
  );
  const { down, copy, fuel } = instance.exports as unknown as {
    down(turns: number): void;
    copy(bytes: number): void;
    fuel: WebAssembly.Global;
  };
  const cost = (run: () => void) => {
    fuel.value = 1_000_000;
    run();
    return 1_000_000 - fuel.value;
  };
  return { report, down, copy, fuel, cost };
}

Deno.test("meter counts entries, turns and bytes", () => {
  const { report, down, copy, cost } = start();
  assert.deepEqual(report, { functions: 2, loops: 1, bulk: 1, dispatches: 0 });
  assert.equal(cost(() => down(1)), 2);
  assert.equal(cost(() => down(1000)), 1001);
  assert.equal(cost(() => copy(0)), 1 + 1, "touching nothing is not free");
  assert.equal(cost(() => copy(1)), 1 + 1);
  assert.equal(cost(() => copy(65536)), 1 + 1 + 65536 / 32);
});

Deno.test("meter charges more in functions that wait for memory", () => {
  const { down, copy, cost } = start({ ...PRICES, memoryBound: new Set([0]) });
  assert.equal(cost(() => down(10)), 7 * 11);
  assert.equal(cost(() => copy(1)), 1 + 1);
});

Deno.test("a metered module runs with exactly enough fuel, and traps with less", () => {
  const { down, copy, fuel } = start();
  fuel.value = 101;
  down(100);
  assert.equal(fuel.value, 0);
  for (const run of [() => down(100), () => copy(3200)]) {
    fuel.value = 100;
    assert.throws(run, WebAssembly.RuntimeError);
    assert(fuel.value < 0);
  }
});

for (
  const [what, code, message] of [
    ["an instruction", [0xfd, 0x0c], /does not know: 0xfd/],
    ["a kind of block", [OP.block, 0, OP.end], /does not know: 0x2 0x0/],
  ] as const
) {
  Deno.test(`meter stops at ${what} it does not know`, () => {
    const module = sample();
    const body = functionBody([], [...code, OP.end]);
    module.set(SECTION.function, Uint8Array.from([1, 0]));
    module.set(SECTION.code, Uint8Array.from([1, ...body]));
    assert.throws(() => meter(module, PRICES), message);
  });
}
