import { exportedFunctions } from "./exported_functions.ts";
import { functionBody } from "./function_bodies.ts";
import { appendToTable } from "./function_table.ts";
import { countImports, typeIndex, VALUE_TYPE } from "./function_types.ts";
import { OP } from "./instructions.ts";
import { signedLeb, unsignedLeb } from "./leb128.ts";
import { appendEntries, type WasmModule } from "./sections.ts";

/** Table slots of the two functions, for `lua_pushcclosure`. */
export interface CreationOrderSlots {
  /** `address(object)`: the object's address, a number. */
  readonly address: number;
  /**
   * `newest_first(list)`: puts a list of different addresses of live objects
   * into the order of creation, newest first.
   */
  readonly newestFirst: number;
}

// Where Lua 5.4.4 keeps what is needed here (lstate.h, lobject.h, 32 bits).
const STATE_GLOBAL = 16; // lua_State.l_G
const GLOBAL_ALL_OBJECTS = 88; // global_State.allgc
const OBJECT_MARKS = 5; // GCObject.marked; GCObject.next is at 0
/** The highest bit of `marked`, which Lua leaves to its test suite. */
const FOUND = 0x80;

/**
 * Adds two C functions, for the prelude alone, that tell which of two tables
 * was created first. Lua keeps every object on one list, newest first, and
 * nothing reorders it (finalizers would, and they are refused), so a walk along
 * it is the true order of creation, which an address is not.
 */
export function addCreationOrder(module: WasmModule): CreationOrderSlots {
  const imports = countImports(module).functions;
  const indexOf = exportedFunctions(module);
  const api = (name: string) => [OP.call, ...unsignedLeb(indexOf(name))];
  const type = typeIndex(module, {
    parameters: [VALUE_TYPE.i32],
    results: [VALUE_TYPE.i32],
  });
  const first = appendEntries(module, "function", [[type], [type]]);
  appendEntries(module, "code", [
    functionBody([], addressBody(api)),
    functionBody([[3, VALUE_TYPE.i32]], newestFirstBody(api)),
  ]);
  const slot = appendToTable(module, [imports + first, imports + first + 1]);
  return { address: slot, newestFirst: slot + 1 };
}

/** lua_pushinteger(L, lua_topointer(L, 1)); return 1 */
function addressBody(api: (name: string) => number[]): number[] {
  return [
    ...[OP.localGet, 0, OP.localGet, 0, OP.i32Const, 1],
    ...[...api("lua_topointer"), OP.i64ExtendI32U],
    ...api("lua_pushinteger"),
    ...[OP.i32Const, 1, OP.end],
  ];
}

function newestFirstBody(api: (name: string) => number[]): number[] {
  const L = 0;
  const count = 1;
  const index = 2;
  const object = 3;
  const itemAddress = [
    // lua_rawgeti(L, 1, index); object = lua_tointeger(L, -1); pop
    ...[OP.localGet, L, OP.i32Const, 1, OP.localGet, index, OP.i64ExtendI32U],
    ...[...api("lua_rawgeti"), OP.drop],
    ...[OP.localGet, L, OP.i32Const, ...signedLeb(-1), OP.i32Const, 0],
    ...[...api("lua_tointegerx"), OP.i32WrapI64, OP.localSet, object],
    ...[OP.localGet, L, OP.i32Const, ...signedLeb(-2), ...api("lua_settop")],
  ];
  const loadMarks = [OP.localGet, object, OP.i32Load8U, 0, OBJECT_MARKS];
  return [
    // count = lua_rawlen(L, 1); index = count
    ...[OP.localGet, L, OP.i32Const, 1, ...api("lua_rawlen")],
    ...[OP.i32WrapI64, OP.localTee, count, OP.localSet, index],
    // for each item: object->marked |= FOUND
    ...[OP.loop, OP.noResult, OP.localGet, index, OP.if, OP.noResult],
    ...itemAddress,
    ...[OP.localGet, object, ...loadMarks],
    ...[OP.i32Const, ...signedLeb(FOUND), OP.i32Or],
    ...[OP.i32Store8, 0, OBJECT_MARKS],
    ...[OP.localGet, index, OP.i32Const, 1, OP.i32Sub, OP.localSet, index],
    ...[OP.br, 1, OP.end, OP.end],
    // object = L->l_G->allgc; index is 0 here
    ...[OP.localGet, L, OP.i32Load, 2, STATE_GLOBAL],
    ...[OP.i32Load, 2, ...unsignedLeb(GLOBAL_ALL_OBJECTS), OP.localSet, object],
    // until all are found: note the object if it is one of them; next object
    ...[OP.loop, OP.noResult, OP.localGet, count, OP.i32Const, 0],
    ...[OP.localGet, object, OP.select, OP.if, OP.noResult],
    ...[...loadMarks, OP.i32Const, ...signedLeb(FOUND), OP.i32And],
    ...[OP.if, OP.noResult, OP.localGet, object, ...loadMarks],
    ...[OP.i32Const, ...signedLeb(FOUND - 1), OP.i32And],
    ...[OP.i32Store8, 0, OBJECT_MARKS],
    ...[OP.localGet, count, OP.i32Const, 1, OP.i32Sub, OP.localSet, count],
    // lua_pushinteger(L, object); lua_rawseti(L, 1, ++index)
    ...[OP.localGet, L, OP.localGet, object, OP.i64ExtendI32U],
    ...api("lua_pushinteger"),
    ...[OP.localGet, L, OP.i32Const, 1],
    ...[OP.localGet, index, OP.i32Const, 1, OP.i32Add, OP.localTee, index],
    ...[OP.i64ExtendI32U, ...api("lua_rawseti"), OP.end],
    ...[OP.localGet, object, OP.i32Load, 2, 0, OP.localSet, object],
    ...[OP.br, 1, OP.end, OP.end],
    ...[OP.i32Const, 0, OP.end],
  ];
}
