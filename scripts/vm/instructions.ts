import { ByteReader } from "./byte_reader.ts";
import { VALUE_TYPE } from "./function_types.ts";

/** Instructions the rewriting writes or looks for. */
export const OP = {
  unreachable: 0x00,
  block: 0x02,
  loop: 0x03,
  if: 0x04,
  else: 0x05,
  end: 0x0b,
  br: 0x0c,
  brIf: 0x0d,
  brTable: 0x0e,
  return: 0x0f,
  call: 0x10,
  callIndirect: 0x11,
  drop: 0x1a,
  select: 0x1b,
  localGet: 0x20,
  localSet: 0x21,
  localTee: 0x22,
  globalGet: 0x23,
  globalSet: 0x24,
  i32Load: 0x28,
  i32Load8U: 0x2d,
  i32Store: 0x36,
  i32Store8: 0x3a,
  memorySize: 0x3f,
  i32Const: 0x41,
  i64Const: 0x42,
  f64Const: 0x44,
  i32Eqz: 0x45,
  i32LtS: 0x48,
  f64Ne: 0x62,
  i32Add: 0x6a,
  i32Sub: 0x6b,
  i32And: 0x71,
  i32Or: 0x72,
  i32Xor: 0x73,
  i32Shl: 0x74,
  i32ShrU: 0x76,
  i32Rotr: 0x78,
  i32WrapI64: 0xa7,
  i64ExtendI32U: 0xad,
  bulk: 0xfc,
  noResult: 0x40,
} as const;

/** After these the next instruction is not reached. */
export const LEAVES_FOR_GOOD: ReadonlySet<number> = new Set([
  OP.br,
  OP.brTable,
  OP.return,
  OP.unreachable,
]);

/** What a block may be declared with: one value left behind, or none. */
const BLOCK_TYPES: ReadonlySet<number> = new Set([
  OP.noResult,
  ...Object.values(VALUE_TYPE),
]);

/** The second byte of the bulk memory instructions. */
export const BULK = { memoryCopy: 10, memoryFill: 11 } as const;

/**
 * Passes over one instruction with its immediates. An instruction this program
 * does not know stops the build: nothing unmetered can slip in with an update.
 *
 * @returns the instruction's first byte
 */
export function skipInstruction(reader: ByteReader): number {
  const op = reader.byte();
  if (opensLabel(op)) {
    const type = reader.byte();
    if (!BLOCK_TYPES.has(type)) throw unknown(op, type); // takes values, too
  } else if (op === OP.brTable) {
    for (let left = reader.unsigned() + 1; left > 0; left--) reader.skipLeb();
  } else if (op === OP.bulk) {
    const kind = reader.unsigned();
    if (kind === BULK.memoryCopy) reader.take(2);
    else if (kind === BULK.memoryFill) reader.take(1);
    else if (kind > 7) throw unknown(op, kind); // 0..7 convert numbers
  } else if (op >= 0x28 && op <= 0x3e || op === OP.callIndirect) {
    reader.skipLeb(); // loads and stores: alignment, offset;
    reader.skipLeb(); // call_indirect: type, table
  } else if (
    op === OP.br || op === OP.brIf || op === OP.call ||
    op >= 0x20 && op <= 0x24 ||
    op >= OP.memorySize && op <= OP.i64Const
  ) {
    reader.skipLeb();
  } else if (op === 0x43) {
    reader.take(4);
  } else if (op === OP.f64Const) {
    reader.take(8);
  } else if (
    !(op === OP.unreachable || op === 0x01 || op === OP.else || op === OP.end ||
      op === OP.return ||
      op === OP.drop || op === OP.select || op >= 0x45 && op <= 0xc4)
  ) {
    throw unknown(op);
  }
  return op;
}

/** Whether an instruction begins what an `end` ends, with a label of its own. */
export function opensLabel(op: number): boolean {
  return op === OP.block || op === OP.loop || op === OP.if;
}

/** The number of a label, and where it stands in the code. */
export interface BranchLabel {
  readonly start: number;
  readonly end: number;
  readonly value: number;
}

/** The labels that the instruction at a place may branch to; the default last. */
export function branchLabels(code: Uint8Array, at: number): BranchLabel[] {
  const reader = new ByteReader(code);
  reader.position = at;
  const op = reader.byte();
  if (op !== OP.br && op !== OP.brIf && op !== OP.brTable) return [];
  const count = op === OP.brTable ? reader.unsigned() + 1 : 1;
  return Array.from({ length: count }, () => {
    const start = reader.position;
    const value = reader.unsigned();
    return { start, end: reader.position, value };
  });
}

function unknown(...bytes: number[]): TypeError {
  const text = bytes.map((byte) => `0x${byte.toString(16)}`).join(" ");
  return new TypeError(`an instruction this build does not know: ${text}`);
}
