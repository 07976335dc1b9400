import type { WasmModule } from "./binaryen.ts";
import { addData } from "./data.ts";
import { LUA_OPCODES } from "./interpreter.ts";
import type { Prices } from "./meter.ts";

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

/** The same kind of function in C. */
const MEMORY_BOUND_FUNCTIONS =
  ("luaD_reallocstack luaD_shrinkstack internshrstr luaH_get mainpositionTV " +
    "luaH_getint luaH_getshortstr luaH_getstr luaH_getn luaT_gettm " +
    "luaT_gettmbyobj luaV_finishget luaV_finishset").split(" ");

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
function surcharge(shift: number): string {
  return `(i32.shr_u (memory.size) (i32.const ${shift}))`;
}

/** Puts the tables of costs into the module and tells how to use them. */
export function addPrices(module: WasmModule): Prices {
  const table = new Uint8Array(2 * TABLE_BYTES);
  for (const [opcode, name] of LUA_OPCODES.entries()) {
    table[opcode] = OTHER_COST;
    if (SLOW_ARITHMETIC.includes(name)) table[opcode] = SLOW_ARITHMETIC_COST;
    if (MEMORY_BOUND.includes(name)) {
      table[opcode] = MEMORY_BOUND_COST;
      table[TABLE_BYTES + opcode] = 0xff;
    }
  }
  addData(module, COSTS_ADDRESS, table);

  return {
    memoryBound: new Set(MEMORY_BOUND_FUNCTIONS.map((name) => `$${name}`)),
    memoryBoundCost: `(i32.add ${
      surcharge(FUNCTION_PAGES_SHIFT)
    } (i32.const 1))`,
    dispatch: {
      functionName: "$luaV_execute",
      turnCost: `(i32.const ${COPY_COST})`,
      cases: LUA_OPCODES.length,
      cost: (target) => {
        // The compiler made opcode 0 the default: the target is one less.
        const opcode = `(i32.and (i32.add ${target} (i32.const 1))
          (i32.const ${TABLE_BYTES - 1}))`;
        return `(i32.add
          (i32.load8_u offset=${COSTS_ADDRESS} ${opcode})
          (i32.and (i32.load8_u offset=${MEMORY_ADDRESS} ${opcode})
            ${surcharge(OPCODE_PAGES_SHIFT)}))`;
      },
    },
  };
}
