import type { WasmModule } from "./binaryen.ts";
import { LUA_OPCODES, targetOf } from "./interpreter.ts";
import { orderCases } from "./order_cases.ts";
import { functionNamed } from "./wat.ts";

/**
 * What profiles and the prelude are made of: data is built, functions are
 * called. By how often each is run for the bytes it takes.
 */
const USUAL =
  ("MOVE GETUPVAL CALL TEST LOADI EQK LOADK LOADTRUE LOADFALSE GETTABLE " +
    "TFORCALL SETTABLE FORLOOP GETTABUP SETFIELD RETURN NEWTABLE ADDI " +
    "GETFIELD CLOSE RETURN0 TBC RETURN1 LOADNIL LEN EQ CONCAT JMP TAILCALL " +
    "FORPREP VARARGPREP SELF EQI GETI SETUPVAL TESTSET NOT").split(" ");

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
