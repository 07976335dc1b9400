import assert from "node:assert/strict";
import type { WasmModule } from "../../../scripts/vm/binaryen.ts";
import { targetOf } from "../../../scripts/vm/interpreter.ts";
import { orderCases } from "../../../scripts/vm/order_cases.ts";
import { printExpressions } from "../../../scripts/vm/s_expression.ts";
import { functionNamed } from "../../../scripts/vm/wat.ts";
import { exportsOf, moduleOf } from "./instance_of.ts";

const TARGETS = 6;

/** `seen = seen * 8 + digit`: notes that this code was run. */
const note = (digit: number) =>
  `(local.set $seen (i32.add (i32.const ${digit})
    (i32.shl (local.get $seen) (i32.const 3))))`;

const goDown = "(local.set $n (i32.sub (local.get $n) (i32.const 1)))";

const functionOf = (code: string) =>
  moduleOf(`(func $run (export "run") (param $n i32) (result i32)
    (local $seen i32) (local $by i32) ${code})`);

/**
 * A loop around a switch over `n`, which each case makes smaller: cases that go
 * on in the loop, one that falls into the next, two that branch to the end of a
 * later one with a value, and one that leaves.
 */
function sample(): WasmModule {
  return functionOf(`
    (loop $next
      (block $default
        (local.set $by
          (block $tail (result i32)
            (block $four (block $three (block $two (block $one (block $zero
              (br_table $zero $one $two $three $four $default (local.get $n)))
            ${note(1)} (return (local.get $seen)))
            ${note(2)} (if (local.get $n) (then (br $tail (i32.const 1))))
            (unreachable))
            ${note(3)})
            ${note(4)} ${goDown} (br $next))
            ${note(5)} (br $tail (i32.const 1))))
        (local.set $n (i32.sub (local.get $n) (local.get $by)))
        ${note(6)} (br $next))
      ${note(7)} ${goDown} (br $next))
    (unreachable)`);
}

function run(module: WasmModule): readonly number[] {
  const { run } = exportsOf<{ run(n: number): number }>(module);
  return Array.from({ length: 7 }, (_, n) => run(n));
}

const order = (
  module: WasmModule,
  first: readonly number[],
  targets = TARGETS,
) => orderCases(functionNamed(module, "$run"), { targets, first });

Deno.test("orderCases changes the order of the code and nothing of what it does", () => {
  const wanted = run(sample());
  assert.equal(
    new Set(wanted).size,
    wanted.length,
    "the notes tell cases apart",
  );
  const orders: readonly (readonly number[])[] = [
    [],
    [4],
    [3],
    [0, 3],
    [5, 4, 3, 1, 0],
    [5, 0, 1],
  ];
  const codes = new Set<string>();
  for (const first of orders) {
    const module = sample();
    order(module, first);
    assert.deepEqual(run(module), wanted, String(first));
    codes.add(printExpressions(module));
  }
  assert(codes.size >= 5, "the orders differ");
});

Deno.test("orderCases puts what falls through before what it falls into", () => {
  const module = sample();
  order(module, [3]);
  const text = printExpressions(module);
  const at = (digit: number) =>
    text.indexOf(printExpressions(moduleOf(note(digit)).slice(1)));
  assert(at(3) < at(4) && at(4) < at(1));
});

const leave = "(return (i32.const 1))";
const choose = "(br_table $inner $outer (local.get $n))";

for (
  const [what, code, message] of [
    [
      "that is not there",
      leave,
      /0 branches have 2 targets/,
    ],
    [
      "of which there are two",
      `(block $outer (block $inner ${choose})) (block $outer (block $inner ${choose}))`,
      /2 branches have 2 targets/,
    ],
    [
      "whose branch leads elsewhere",
      `(block $outer ${goDown} (block $inner ${choose}) ${leave})`,
      /leads elsewhere/,
    ],
    [
      "that stands in no block",
      `(block $outer (block $inner (if (local.get $n) (then ${choose}))))`,
      /stands in no block/,
    ],
    [
      "that goes on behind its last case",
      `(block (block $outer (block $inner ${choose}) ${leave}) ${goDown})`,
      /leads elsewhere|behind its last case/,
    ],
  ] as const
) {
  Deno.test(`orderCases refuses a switch ${what}`, () => {
    const module = functionOf(`${code} ${leave}`);
    assert.throws(() => order(module, [], 2), message);
  });
}

Deno.test("targetOf knows Lua's instructions and no others", () => {
  assert.equal(targetOf("LOADI"), 0);
  assert.equal(targetOf("MOVE"), 82, "the first is the default");
  assert.throws(() => targetOf("GOTO"), /no instruction GOTO/);
});
