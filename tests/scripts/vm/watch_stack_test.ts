import assert from "node:assert/strict";
import { nameStackPointer } from "../../../scripts/vm/stack_pointer.ts";
import { watchStack } from "../../../scripts/vm/watch_stack.ts";
import { exportsOf, moduleOf } from "./instance_of.ts";

const TOP = 4096;

/** Functions that move the stack pointer by a constant. */
const SAMPLE = `
  (global $other (mut i32) (i32.const 7))
  (global $pointer (mut i32) (i32.const ${TOP}))
  (func $stackSave (export "stackSave") (result i32) (global.get $pointer))
  (func (export "subtract") (result i32)
    (global.set $pointer (i32.sub (global.get $pointer) (i32.const 64)))
    (global.get $pointer))
  (func (export "addNegative") (result i32)
    (global.set $pointer (i32.add (global.get $pointer) (i32.const -64)))
    (global.get $pointer))
  (func (export "give") (result i32)
    (global.set $pointer (i32.add (global.get $pointer) (i32.const 64)))
    (global.get $pointer))`;

Deno.test("watchStack notes how low the stack pointer came, however a compiler subtracts", () => {
  const module = moduleOf(SAMPLE);
  nameStackPointer(module);
  assert.equal(watchStack(module), 2);
  const { stack_low: low, ...call } = exportsOf<
    & Record<"subtract" | "addNegative" | "give", () => number>
    & { readonly stack_low: WebAssembly.Global }
  >(module);
  for (const name of ["subtract", "addNegative"] as const) {
    low.value = TOP;
    assert.equal(call[name](), TOP - 64);
    assert.equal(low.value, TOP - 64, name);
    assert.equal(call.give(), TOP);
    assert.equal(low.value, TOP - 64, name);
  }
});

Deno.test("nameStackPointer refuses a stackSave that does more", () => {
  const module = moduleOf(`
    (global $pointer (mut i32) (i32.const 0))
    (func $stackSave (result i32)
      (i32.add (global.get $pointer) (i32.const 1)))`);
  assert.throws(() => nameStackPointer(module), /does not simply give/);
});
