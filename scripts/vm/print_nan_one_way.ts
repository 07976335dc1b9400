import { insertAtEntry } from "./function_bodies.ts";
import { readFunctionTypes, sameType, VALUE_TYPE } from "./function_types.ts";
import { OP } from "./instructions.ts";
import type { WasmModule } from "./sections.ts";

/** musl's `fmt_fp`, the one place that turns floats to text: (FILE*, double, ...). */
const FORMAT_FLOAT = {
  parameters: [
    ...[VALUE_TYPE.i32, VALUE_TYPE.f64, VALUE_TYPE.i32],
    ...[VALUE_TYPE.i32, VALUE_TYPE.i32, VALUE_TYPE.i32],
  ],
  results: [VALUE_TYPE.i32],
};

/** `if (x != x) x = NaN` where x is the second parameter. */
const CANONICAL_NAN: readonly number[] = [
  ...[OP.localGet, 1, OP.localGet, 1, OP.f64Ne, OP.if, OP.noResult],
  ...[OP.f64Const, 0, 0, 0, 0, 0, 0, 0xf8, 0x7f, OP.localSet, 1],
  OP.end,
];

/**
 * WebAssembly leaves the sign of a computed NaN to the processor, and C prints
 * it (`-nan`). Here every NaN prints as `nan`.
 */
export function printNanOneWay(module: WasmModule): void {
  const types = readFunctionTypes(module);
  const target = types.findIndex((type) => sameType(type, FORMAT_FLOAT));
  const last = types.findLastIndex((type) => sameType(type, FORMAT_FLOAT));
  if (target < 0 || target !== last) {
    throw new TypeError("the function that prints floats was not found");
  }
  insertAtEntry(module, target, CANONICAL_NAN);
}
