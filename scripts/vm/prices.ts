import { countImports } from "./function_types.ts";
import { LUAT_GETTM } from "./ignore_collector.ts";
import { OP } from "./instructions.ts";
import { LUA_OPCODES, LUAV_EXECUTE } from "./interpreter.ts";
import { signedLeb, unsignedLeb } from "./leb128.ts";
import type { Prices } from "./meter.ts";
import {
  appendEntries,
  joinBytes,
  SECTION,
  type WasmModule,
} from "./sections.ts";

/** These follow a pointer to memory that may be anywhere. */
const MEMORY_BOUND =
  "GETTABUP GETTABLE GETI GETFIELD SETTABUP SETTABLE SETI SETFIELD SELF LEN"
    .split(" ");
const MEMORY_BOUND_COST = 3;

/** Divisions, and multiplications of numbers near zero, take 10 to 50 ns. */
const SLOW_ARITHMETIC = "MULK MODK POWK DIVK IDIVK MUL MOD POW DIV IDIV".split(
  " ",
);
const SLOW_ARITHMETIC_COST = 12;

const OTHER_COST = 2;

/** One value copied by an instruction that copies many, as `...` does: 5 ns. */
const COPY_COST = 2;

/**
 * The same kind of function in C, by index in wasmoon 1.16.0's glue.wasm. They
 * were found by the shape of the call graph from the exported `lua_*`.
 */
const MEMORY_BOUND_FUNCTIONS: Readonly<Record<string, number>> = {
  luaD_reallocstack: 284,
  luaD_shrinkstack: 286,
  internshrstr: 483,
  luaH_get: 526,
  mainpositionTV: 529,
  luaH_getint: 530,
  luaH_getshortstr: 531,
  luaH_getstr: 532,
  luaH_getn: 534,
  luaT_gettm: LUAT_GETTM,
  luaT_gettmbyobj: 547,
  luaV_finishget: 570,
  luaV_finishset: 571,
};

/**
 * Where the tables of costs lie: below 1024, where Emscripten puts nothing so
 * that a null pointer hits nothing. One byte for each opcode: what it costs,
 * and 255 where memory counts, too.
 */
const COSTS_ADDRESS = 512;
const MEMORY_ADDRESS = 640;
const TABLE_BYTES = 128;

/**
 * Waiting for memory costs one step for each 2^n pages in use: an instruction
 * of Lua may wait for a table and then for what is in it, a function does more
 * besides waiting.
 */
const OPCODE_PAGES_SHIFT = 4;
const FUNCTION_PAGES_SHIFT = 5;

/** memory.size >> shift */
function surcharge(shift: number): readonly number[] {
  return [OP.memorySize, 0, OP.i32Const, shift, OP.i32ShrU];
}

/** Puts the tables of costs into the module and tells how to use them. */
export function addPrices(module: WasmModule): Prices {
  const imports = countImports(module).functions;
  const table = new Uint8Array(2 * TABLE_BYTES);
  for (const [opcode, name] of LUA_OPCODES.entries()) {
    table[opcode] = OTHER_COST;
    if (SLOW_ARITHMETIC.includes(name)) table[opcode] = SLOW_ARITHMETIC_COST;
    if (MEMORY_BOUND.includes(name)) {
      table[opcode] = MEMORY_BOUND_COST;
      table[TABLE_BYTES + opcode] = 0xff;
    }
  }
  appendEntries(module, "data", [
    joinBytes([
      [0, OP.i32Const, ...signedLeb(COSTS_ADDRESS), OP.end],
      unsignedLeb(table.length),
      table,
    ]),
  ]);
  // Only instructions that copy from segments need the count; there are none.
  module.delete(SECTION.dataCount);

  const lookUp = (opcode: readonly number[], address: number) => [
    ...[...opcode, OP.i32Load8U, 0, ...unsignedLeb(address)],
  ];
  return {
    memoryBound: new Set(
      Object.values(MEMORY_BOUND_FUNCTIONS).map((index) => index - imports),
    ),
    memoryBoundCost: [
      ...surcharge(FUNCTION_PAGES_SHIFT),
      OP.i32Const,
      1,
      OP.i32Add,
    ],
    dispatch: {
      functionIndex: LUAV_EXECUTE - imports,
      turnCost: [OP.i32Const, COPY_COST],
      cases: LUA_OPCODES.length,
      cost: (target) => {
        // The compiler made opcode 0 the default: the target is one less.
        const opcode = [
          ...[...target, OP.i32Const, 1, OP.i32Add],
          ...[OP.i32Const, ...signedLeb(TABLE_BYTES - 1), OP.i32And],
        ];
        return [
          ...lookUp(opcode, COSTS_ADDRESS),
          ...lookUp(opcode, MEMORY_ADDRESS),
          ...[...surcharge(OPCODE_PAGES_SHIFT), OP.i32And, OP.i32Add],
        ];
      },
    },
  };
}
