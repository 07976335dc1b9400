import { type Item, type List, operandOf } from "./code_tree.ts";
import type { FunctionType } from "./function_types.ts";
import { LEAVES_FOR_GOOD, OP } from "./instructions.ts";

/** Types of all functions, imports first, and of the type section. */
export interface Signatures {
  readonly functions: readonly FunctionType[];
  readonly types: readonly FunctionType[];
}

const [FIRST_STORE, LAST_STORE] = [OP.i32Store, 0x3e];
const [FIRST_OPERATION, LAST_OPERATION] = [OP.i32Eqz, 0xc4];
const FIRST_CONVERSION = OP.i32WrapI64;
/** Operations on one number: `eqz`, counting bits, those on floats. */
const UNARY: readonly (readonly [number, number])[] = [
  [OP.i32Eqz, OP.i32Eqz],
  [0x50, 0x50],
  [0x67, 0x69],
  [0x79, 0x7b],
  [0x8b, 0x91],
  [0x99, 0x9f],
  [FIRST_CONVERSION, LAST_OPERATION],
];
const PUSHES: ReadonlySet<number> = new Set([
  OP.localGet,
  OP.globalGet,
  OP.memorySize,
  OP.i32Const,
  OP.i64Const,
  0x43,
  OP.f64Const,
]);

/**
 * How many values each item of a list finds above those of the list around.
 *
 * @throws {TypeError} where code stands that is never reached: anything may be
 * on the stack there
 */
export function heightsIn(
  code: Uint8Array,
  list: List,
  signatures: Signatures,
): number[] {
  let height = 0;
  return list.items.map((item, index) => {
    if (index > 0 && LEAVES_FOR_GOOD.has(list.items[index - 1].op)) {
      throw new TypeError("code behind what always leaves");
    }
    const before = height;
    height += effectOf(code, item, signatures);
    return before;
  });
}

function effectOf(
  code: Uint8Array,
  item: Item,
  { functions, types }: Signatures,
): number {
  const { op } = item;
  if (item.lists.length > 0) {
    const results = code[item.start + 1] === OP.noResult ? 0 : 1;
    return op === OP.if ? results - 1 : results;
  }
  if (PUSHES.has(op)) return 1;
  if (op === OP.call) return gain(functions[operandOf(code, item)]);
  if (op === OP.callIndirect) return gain(types[operandOf(code, item)]) - 1;
  if (op === OP.drop || op === OP.localSet || op === OP.globalSet) return -1;
  if (op === OP.brIf) return -1;
  if (op === OP.select) return -2;
  if (op >= FIRST_STORE && op <= LAST_STORE) return -2;
  if (op === OP.bulk) return code[item.start + 1] > 7 ? -3 : 0;
  if (op >= FIRST_OPERATION && op <= LAST_OPERATION) {
    return UNARY.some(([first, last]) => op >= first && op <= last) ? 0 : -1;
  }
  return 0; // loads, `local.tee`, `nop`, and what nothing comes after
}

function gain({ parameters, results }: FunctionType): number {
  return results.length - parameters.length;
}
