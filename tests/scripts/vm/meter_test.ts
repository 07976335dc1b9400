import assert from "node:assert/strict";
import { meter, type Prices } from "../../../scripts/vm/meter.ts";
import { exportsOf, moduleOf } from "./instance_of.ts";

/** `down(n)`: counts to zero; `copy(n)`: copies n bytes. */
const SAMPLE = `
  (memory 1)
  (func $down (export "down") (param $n i32)
    (loop $next (br_if $next
      (local.tee $n (i32.sub (local.get $n) (i32.const 1))))))
  (func $copy (export "copy") (param $bytes i32)
    (memory.copy (i32.const 0) (i32.const 0) (local.get $bytes)))
  (func $interpret (export "interpret") (param $n i32)
    (loop $next
      (block $other (block $go_on
        (br_table $go_on $other (local.tee $n
          (i32.sub (local.get $n) (i32.const 1)))))
        (return))
      (br_if $next (local.get $n))))`;

const PRICES: Prices = {
  memoryBound: new Set(),
  memoryBoundCost: "(i32.const 7)",
  dispatch: {
    functionName: "",
    turnCost: "(i32.const 1)",
    cases: 0,
    cost: () => "(i32.const 1)",
  },
};

function start(prices = PRICES) {
  const module = moduleOf(SAMPLE);
  const report = meter(module, prices);
  const { fuel, ...functions } = exportsOf<{
    down(turns: number): void;
    copy(bytes: number): void;
    interpret(instructions: number): void;
    fuel: WebAssembly.Global;
  }>(module);
  const cost = (run: () => void) => {
    fuel.value = 1_000_000;
    run();
    return 1_000_000 - fuel.value;
  };
  return { report, ...functions, fuel, cost };
}

Deno.test("meter counts entries, turns and bytes", () => {
  const { report, down, copy, cost } = start();
  assert.deepEqual(report, { functions: 3, loops: 2, bulk: 1, dispatches: 0 });
  assert.equal(cost(() => down(1)), 2);
  assert.equal(cost(() => down(1000)), 1001);
  assert.equal(cost(() => copy(0)), 1 + 1, "touching nothing is not free");
  assert.equal(cost(() => copy(1)), 1 + 1);
  assert.equal(cost(() => copy(65536)), 1 + 1 + 65536 / 32);
});

Deno.test("meter charges more in functions that wait for memory", () => {
  const memoryBound = new Set(["$down"]);
  const { down, copy, cost } = start({ ...PRICES, memoryBound });
  assert.equal(cost(() => down(10)), 7 * 11);
  assert.equal(cost(() => copy(1)), 1 + 1);
});

Deno.test("meter charges an instruction of the interpreter by its kind, in place of the turn", () => {
  const dispatch = {
    functionName: "$interpret",
    turnCost: "(i32.const 5)",
    cases: 2,
    // By the target: the last instruction costs 100, the others 101.
    cost: (target: string) =>
      `(i32.add (i32.const 100) (i32.ne ${target} (i32.const 0)))`,
  };
  const { report, interpret, cost } = start({ ...PRICES, dispatch });
  assert.equal(report.dispatches, 1);
  assert.equal(cost(() => interpret(4)), 5 + 3 * 101 + 100);
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

Deno.test("meter stops at an instruction it does not know", () => {
  const module = moduleOf("(func $f (table.fill $t (i32.const 0)))");
  assert.throws(() => meter(module, PRICES), /does not know: table.fill/);
});
