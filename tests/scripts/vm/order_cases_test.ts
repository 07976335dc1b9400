import assert from "node:assert/strict";
import { functionBody } from "../../../scripts/vm/function_bodies.ts";
import { VALUE_TYPE } from "../../../scripts/vm/function_types.ts";
import { OP } from "../../../scripts/vm/instructions.ts";
import { targetOf } from "../../../scripts/vm/interpreter.ts";
import { orderCases } from "../../../scripts/vm/order_cases.ts";
import {
  nameBytes,
  SECTION,
  section,
  type WasmModule,
  writeModule,
} from "../../../scripts/vm/sections.ts";

const { i32 } = VALUE_TYPE;
const CASES = 6;

/** `local 1 = (local 1) * 8 + digit`: notes that this code was run. */
const note = (digit: number) => [
  ...[OP.localGet, 1, OP.i32Const, 3, OP.i32Shl],
  ...[OP.i32Const, digit, OP.i32Add, OP.localSet, 1],
];

/**
 * A loop around a switch over `n`, which each case makes smaller: cases that go
 * on in the loop, one that falls into the next, one that branches to the end of
 * a later one with a value, and one that leaves.
 */
function sample(): WasmModule {
  // Labels, innermost first: cases 0 to 4, the tail with a value, the default,
  // then the loop and the function.
  const blocks = [
    ...[OP.block, OP.noResult, OP.block, i32],
    ...Array.from({ length: 5 }, () => [OP.block, OP.noResult]).flat(),
  ];
  const goDown = [
    ...[OP.localGet, 0, OP.i32Const, 1, OP.i32Sub, OP.localSet, 0],
  ];
  const code = [
    ...[OP.loop, OP.noResult, ...blocks],
    ...[OP.localGet, 0, OP.brTable, CASES - 1, 0, 1, 2, 3, 4, 6, OP.end],
    // 0: leaves the function
    ...[...note(1), OP.localGet, 1, OP.return, OP.end],
    // 1: to the tail, from inside an `if`
    ...[...note(2), OP.localGet, 0, OP.if, OP.noResult],
    ...[OP.i32Const, 1, OP.br, 4, OP.end, OP.unreachable, OP.end],
    // 2: falls into 3
    ...[...note(3), OP.end],
    // 3: on in the loop
    ...[...note(4), ...goDown, OP.br, 3, OP.end],
    // 4: to the tail
    ...[...note(5), OP.i32Const, 1, OP.br, 0, OP.end],
    // the tail: makes n smaller by its value
    ...[OP.localSet, 2, OP.localGet, 0, OP.localGet, 2, OP.i32Sub],
    ...[OP.localSet, 0, ...note(6), OP.br, 1, OP.end],
    // the default
    ...[...note(7), ...goDown, OP.br, 0],
    ...[OP.end, OP.unreachable, OP.end],
  ];
  return moduleOf(code);
}

function moduleOf(code: readonly number[]): WasmModule {
  const body = functionBody([[2, i32]], code);
  return new Map([
    [SECTION.type, Uint8Array.from([1, 0x60, 1, i32, 1, i32])],
    [SECTION.function, Uint8Array.from([1, 0])],
    [SECTION.export, Uint8Array.from([1, ...nameBytes("run"), 0, 0])],
    [SECTION.code, Uint8Array.from([1, ...body])],
  ]);
}

function run(module: WasmModule): readonly number[] {
  const { exports } = new WebAssembly.Instance(
    new WebAssembly.Module(writeModule(module)),
  );
  const of = exports.run as (n: number) => number;
  return Array.from({ length: 7 }, (_, n) => of(n));
}

Deno.test("orderCases changes the order of the code and nothing of what it does", () => {
  const original = sample();
  const wanted = run(original);
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
    orderCases(module, 0, { cases: CASES, first });
    assert.deepEqual(run(module), wanted, String(first));
    codes.add(String(section(module, "code")));
  }
  assert(codes.size >= 5, "the orders differ");
});

Deno.test("orderCases refuses a function without such a switch", () => {
  assert.throws(
    () => orderCases(sample(), 0, { cases: CASES + 1, first: [] }),
    /no branch has 7 targets/,
  );
});

const choose = [OP.localGet, 0, OP.brTable, 1, 0, 1];
const open = [OP.block, OP.noResult, OP.block, OP.noResult];
const leave = [OP.i32Const, 1, OP.return];

for (
  const [what, code, message] of [
    [
      "whose branch is not the end of the choice",
      [...open, OP.localGet, 0, OP.if, OP.noResult, ...choose, OP.end, OP.end],
      /does not stand in a block/,
    ],
    [
      "with another branch before",
      [...open, OP.localGet, 0, OP.brIf, 1, ...choose, OP.end],
      /more than one branch/,
    ],
    [
      "that goes on behind its last case",
      [...open, ...choose, OP.end, ...leave, OP.end],
      /behind its last case/,
    ],
    [
      "in an `if` with an `else`",
      [
        ...[OP.localGet, 0, OP.if, OP.noResult, ...open, ...choose, OP.end],
        ...[...leave, OP.end, ...leave, OP.else],
      ],
      /`else`/,
    ],
  ] as const
) {
  Deno.test(`orderCases refuses a switch ${what}`, () => {
    const module = moduleOf([...code, OP.end, ...leave, OP.end]);
    assert.throws(
      () => orderCases(module, 0, { cases: 2, first: [] }),
      message,
    );
  });
}

Deno.test("targetOf knows Lua's instructions and no others", () => {
  assert.equal(targetOf("LOADI"), 0);
  assert.equal(targetOf("MOVE"), 82, "the first is the default");
  assert.throws(() => targetOf("GOTO"), /no instruction GOTO/);
});
