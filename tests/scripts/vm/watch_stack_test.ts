import assert from "node:assert/strict";
import { functionBody } from "../../../scripts/vm/function_bodies.ts";
import { VALUE_TYPE } from "../../../scripts/vm/function_types.ts";
import { OP } from "../../../scripts/vm/instructions.ts";
import { signedLeb } from "../../../scripts/vm/leb128.ts";
import {
  nameBytes,
  SECTION,
  type WasmModule,
  writeModule,
} from "../../../scripts/vm/sections.ts";
import { stackPointerOf } from "../../../scripts/vm/stack_pointer.ts";
import { watchStack } from "../../../scripts/vm/watch_stack.ts";

const { i32 } = VALUE_TYPE;
const TOP = 4096;

/** Functions that move the stack pointer, global 1, by a constant. */
const MOVES: Readonly<Record<string, readonly number[]>> = {
  subtract: [...signedLeb(64), OP.i32Sub],
  addNegative: [...signedLeb(-64), OP.i32Add],
  give: [...signedLeb(64), OP.i32Add],
};

function sample(): WasmModule {
  const names = ["stackSave", ...Object.keys(MOVES)];
  const bodies = [
    functionBody([], [OP.globalGet, 1, OP.end]),
    ...Object.values(MOVES).map((move) =>
      functionBody([], [
        ...[OP.globalGet, 1, OP.i32Const, ...move, OP.globalSet, 1],
        ...[OP.globalGet, 1, OP.end],
      ])
    ),
  ];
  const global = (value: number) => [
    ...[i32, 1, OP.i32Const, ...signedLeb(value), OP.end],
  ];
  return new Map([
    [SECTION.type, Uint8Array.from([1, 0x60, 0, 1, i32])],
    [SECTION.import, Uint8Array.from([0])],
    [SECTION.function, Uint8Array.from([names.length, ...names.map(() => 0)])],
    [SECTION.global, Uint8Array.from([2, ...global(7), ...global(TOP)])],
    [
      SECTION.export,
      Uint8Array.from([
        names.length,
        ...names.flatMap((name, index) => [...nameBytes(name), 0, index]),
      ]),
    ],
    [SECTION.code, Uint8Array.from([bodies.length, ...bodies.flat()])],
  ]);
}

Deno.test("stackPointerOf gives the global that stackSave reads", () => {
  assert.equal(stackPointerOf(sample()), 1);
});

Deno.test("watchStack notes how low the stack pointer came, however a compiler subtracts", () => {
  const module = sample();
  assert.equal(watchStack(module, 1), 2);
  const { exports } = new WebAssembly.Instance(
    new WebAssembly.Module(writeModule(module)),
  );
  const call = exports as unknown as Record<string, () => number>;
  const low = exports.stack_low as WebAssembly.Global;
  for (const name of ["subtract", "addNegative"]) {
    low.value = TOP;
    assert.equal(call[name](), TOP - 64);
    assert.equal(low.value, TOP - 64, name);
    assert.equal(call.give(), TOP);
    assert.equal(low.value, TOP - 64, name);
  }
});
