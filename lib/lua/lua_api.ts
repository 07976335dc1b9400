/** Index of a `lua_State` or of a block of memory in the machine. */
export type Address = number;

/**
 * The part of the C API that is used here, as the machine exports it; the
 * names are those of the Lua manual. 64-bit integers are BigInts.
 */
export interface LuaApi {
  readonly memory: WebAssembly.Memory;
  readonly __indirect_function_table: WebAssembly.Table;
  /** Steps left; below zero the machine traps. */
  readonly fuel: WebAssembly.Global;
  /** The lowest address that the C stack reached since this was set. */
  readonly stack_low: WebAssembly.Global;
  /** The state that evaluates; its stack holds the prelude's function. */
  readonly main_state: WebAssembly.Global;
  /** A state of its own for reading; its stack holds the prelude's record. */
  readonly reader_state: WebAssembly.Global;
  /** Memory from here on is all zeros in a new instance. */
  readonly image_end: WebAssembly.Global;
  /** Static data goes up to here, where the room of the C stack begins. */
  readonly stack_end: WebAssembly.Global;
  /** Address of the word that says how far the heap goes. */
  readonly break_word: WebAssembly.Global;
  emscripten_stack_init(): void;
  stackSave(): Address;
  stackRestore(stack: Address): void;
  setThrew(threw: number, value: number): void;
  malloc(bytes: number): Address;
  free(block: Address): void;
  lua_checkstack(L: Address, slots: number): number;
  lua_createtable(L: Address, items: number, fields: number): void;
  lua_getinfo(L: Address, what: Address, debug: Address): number;
  lua_getmetatable(L: Address, index: number): number;
  lua_getstack(L: Address, level: number, debug: Address): number;
  lua_gettop(L: Address): number;
  lua_isinteger(L: Address, index: number): number;
  lua_next(L: Address, index: number): number;
  lua_pcallk(
    L: Address,
    args: number,
    results: number,
    handler: number,
    context: number,
    continuation: Address,
  ): number;
  lua_pushboolean(L: Address, value: number): void;
  lua_pushlstring(L: Address, text: Address, bytes: number): Address;
  lua_pushnil(L: Address): void;
  lua_pushnumber(L: Address, value: number): void;
  lua_pushinteger(L: Address, value: bigint): void;
  lua_pushvalue(L: Address, index: number): void;
  lua_rawget(L: Address, index: number): number;
  lua_rawgeti(L: Address, index: number, key: bigint): number;
  lua_rawset(L: Address, index: number): void;
  lua_rawseti(L: Address, index: number, key: bigint): void;
  lua_settop(L: Address, index: number): void;
  lua_toboolean(L: Address, index: number): number;
  lua_tointegerx(L: Address, index: number, isNumber: Address): bigint;
  lua_tolstring(L: Address, index: number, bytes: Address): Address;
  lua_tonumberx(L: Address, index: number, isNumber: Address): number;
  lua_topointer(L: Address, index: number): Address;
  lua_type(L: Address, index: number): number;
}
