import type { WasmModule } from "./binaryen.ts";
import { LUA_OPCODES, targetOf } from "./interpreter.ts";
import { orderCases } from "./order_cases.ts";
import { functionNamed } from "./wat.ts";

/**
 * All that profiles, the prelude and the host modules are made of. By how often
 * each is run for the bytes it takes: so the sum of the jumps is smallest.
 */
const USUAL =
  ("GETUPVAL CALL TEST MOVE GETTABLE EQK LOADI LOADTRUE LOADK TFORCALL " +
    "SETTABLE FORLOOP GETTABUP ADDI SETFIELD RETURN CLOSE NEWTABLE GETFIELD " +
    "RETURN1 RETURN0 LOADNIL LEN TBC LOADFALSE EQ CONCAT LE TESTSET SETUPVAL " +
    "JMP TAILCALL VARARGPREP GTI LFALSESKIP LTI CLOSURE FORPREP SETTABUP " +
    "VARARG EQI SETLIST LEI SELF GETI NOT").split(" ");

/**
 * Puts the usual instructions first in the interpreter's loop.
 *
 * V8 optimises a function when the jumps back in it went over 13 million bytes
 * of machine code: a guess at how long it ran. Lua's loop has 100 KB of it, in
 * the order of the instructions' numbers, and two hundred turns were enough for
 * 30 ms of work that an ordinary profile is over before it is done. With the
 * usual instructions at the beginning the jumps are short, and only a program
 * that goes on is optimised.
 */
export function orderInterpreter(module: WasmModule): void {
  orderCases(functionNamed(module, "$luaV_execute"), {
    targets: LUA_OPCODES.length,
    first: USUAL.map(targetOf),
  });
}
