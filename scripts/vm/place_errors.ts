import { ByteReader } from "./byte_reader.ts";
import { exportedFunctions } from "./exported_functions.ts";
import {
  changeFunction,
  functionBody,
  insertAtEntry,
} from "./function_bodies.ts";
import { countImports, typeIndex, VALUE_TYPE } from "./function_types.ts";
import { OP, skipInstruction } from "./instructions.ts";
import { signedLeb, unsignedLeb } from "./leb128.ts";
import { appendEntries, joinBytes, type WasmModule } from "./sections.ts";
import { stackPointerOf } from "./stack_pointer.ts";

/** `luaL_error` by index in wasmoon 1.16.0's glue.wasm, which does not export it. */
const LUAL_ERROR = 120;

// Lua 5.4.4's lua_Debug (lua.h, 32 bits): 108 bytes.
const DEBUG_SOURCE = 16;
const DEBUG_CURRENT_LINE = 24;
/** Behind it: what `lua_getinfo` is asked for. */
const WANTED = 112;
/** Room on the C stack for both. */
const ROOM = 128;
/** `"Sl"`, as the machine stores a number. */
const SOURCE_AND_LINE = 0x6c53;
/** What the name of a chunk of this program begins with; a profile's: `@`. */
const OWN_CHUNK = 0x3d; // "="

/**
 * Makes Lua pass over calls of this program's own Lua when it puts the place
 * before a message: `string.format` is a function of ours around Lua's, and a
 * wrong argument is the caller's, at the caller's line.
 */
export function placeErrors(module: WasmModule): void {
  const imports = countImports(module).functions;
  const indexOf = exportedFunctions(module);
  const userLevel = [
    OP.call,
    ...unsignedLeb(addUserLevel(module, imports, indexOf)),
  ];
  const L = [OP.localGet, 0];
  const level = 1;
  insertAtEntry(module, indexOf("luaL_where") - imports, [
    ...[...L, OP.localGet, level, ...userLevel, OP.localSet, level],
  ]);
  // The compiler put a copy of `luaL_where(L, 1)` into `luaL_error`.
  changeFunction(
    module,
    LUAL_ERROR - imports,
    (code) =>
      replaceLevel(code, indexOf("lua_getstack"), [
        ...[...L, OP.i32Const, 1, ...userLevel],
      ]),
  );
}

/** Makes the `1` of the one `lua_getstack(L, 1, info)` what `level` leaves. */
function replaceLevel(
  code: Uint8Array,
  getStack: number,
  level: readonly number[],
): Uint8Array {
  const reader = new ByteReader(code);
  const one = String([OP.i32Const, 1]);
  const call = String([OP.call, ...unsignedLeb(getStack)]);
  let lastOne = -1;
  let calls = 0;
  let found = -1;
  while (!reader.done) {
    const start = reader.position;
    skipInstruction(reader);
    const instruction = String([...code.subarray(start, reader.position)]);
    if (instruction === one) lastOne = start;
    if (instruction === call) {
      calls++;
      found = lastOne;
    }
  }
  if (calls !== 1 || found < 0) throw new TypeError("luaL_error has changed");
  return joinBytes([
    code.subarray(0, found),
    level,
    code.subarray(found + 2),
  ]);
}

/**
 * Adds `userLevel(L, level)`: the first level from there on that is not in a
 * chunk of this program.
 *
 * @returns the function's index
 */
function addUserLevel(
  module: WasmModule,
  imports: number,
  indexOf: (name: string) => number,
): number {
  const { i32 } = VALUE_TYPE;
  const type = typeIndex(module, { parameters: [i32, i32], results: [i32] });
  const stackPointer = unsignedLeb(stackPointerOf(module));
  const call = (name: string) => [OP.call, ...unsignedLeb(indexOf(name))];
  const L = 0;
  const level = 1;
  const info = 2;
  const index = appendEntries(module, "function", [[type]]);
  appendEntries(module, "code", [
    functionBody([[1, i32]], [
      // info = stack pointer -= ROOM; info[WANTED] = "Sl"
      ...[OP.globalGet, ...stackPointer, OP.i32Const, ...signedLeb(ROOM)],
      ...[OP.i32Sub, OP.localTee, info, OP.globalSet, ...stackPointer],
      ...[OP.localGet, info, OP.i32Const, ...signedLeb(SOURCE_AND_LINE)],
      ...[OP.i32Store, 2, ...unsignedLeb(WANTED)],
      // while (lua_getstack(L, level, info))
      ...[OP.loop, OP.noResult, OP.localGet, L, OP.localGet, level],
      ...[OP.localGet, info, ...call("lua_getstack"), OP.if, OP.noResult],
      // lua_getinfo(L, "Sl", info)
      ...[OP.localGet, L, OP.localGet, info, OP.i32Const],
      ...[...signedLeb(WANTED), OP.i32Add, OP.localGet, info],
      ...[...call("lua_getinfo"), OP.drop],
      // if (info->currentline > 0 && info->source[0] == '=')
      ...[OP.i32Const, 0, OP.localGet, info],
      ...[OP.i32Load, 2, DEBUG_CURRENT_LINE, OP.i32LtS, OP.if, OP.noResult],
      ...[OP.localGet, info, OP.i32Load, 2, DEBUG_SOURCE],
      ...[OP.i32Load8U, 0, 0, OP.i32Const, ...signedLeb(OWN_CHUNK)],
      ...[OP.i32Sub, OP.i32Eqz, OP.if, OP.noResult],
      // level++
      ...[OP.localGet, level, OP.i32Const, 1, OP.i32Add, OP.localSet, level],
      ...[OP.br, 3, OP.end, OP.end, OP.end, OP.end],
      // stack pointer = info + ROOM; return level
      ...[OP.localGet, info, OP.i32Const, ...signedLeb(ROOM), OP.i32Add],
      ...[OP.globalSet, ...stackPointer, OP.localGet, level, OP.end],
    ]),
  ]);
  return imports + index;
}
