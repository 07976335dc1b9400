import { ByteReader } from "./byte_reader.ts";
import { readFunctionTypes, sameType, VALUE_TYPE } from "./function_types.ts";
import { OP } from "./instructions.ts";
import { unsignedLeb } from "./leb128.ts";
import { joinBytes, SECTION, section, type WasmModule } from "./sections.ts";

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
  const reader = new ByteReader(section(module, "code"));
  const bodies: ArrayLike<number>[] = [unsignedLeb(reader.unsigned())];
  for (let index = 0; !reader.done; index++) {
    let body = reader.take(reader.unsigned());
    if (index === target) body = insertAtEntry(body, CANONICAL_NAN);
    bodies.push(unsignedLeb(body.length), body);
  }
  module.set(SECTION.code, joinBytes(bodies));
}

/** Puts instructions behind the declaration of a function's locals. */
function insertAtEntry(
  body: Uint8Array,
  instructions: readonly number[],
): Uint8Array<ArrayBuffer> {
  const reader = new ByteReader(body);
  for (let groups = reader.unsigned(); groups > 0; groups--) {
    reader.skipLeb();
    reader.byte();
  }
  const start = reader.position;
  return joinBytes([
    body.subarray(0, start),
    instructions,
    body.subarray(start),
  ]);
}
