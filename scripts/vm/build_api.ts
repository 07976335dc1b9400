import type { Address, LuaApi } from "../../lib/lua/lua_api.ts";

/** Lua's own libraries that the prelude uses; a profile gets a choice of them. */
const LIBRARIES: Readonly<Record<string, string>> = {
  _G: "luaopen_base",
  table: "luaopen_table",
  string: "luaopen_string",
  math: "luaopen_math",
  utf8: "luaopen_utf8",
  coroutine: "luaopen_coroutine",
  debug: "luaopen_debug",
};

/** Functions that only building needs; they are trimmed away afterwards. */
export interface BuildApi extends LuaApi {
  readonly [openLibrary: `luaopen_${string}`]: () => void;
  __wasm_call_ctors(): void;
  emscripten_stack_get_end(): Address;
  luaL_loadbufferx(
    L: Address,
    text: Address,
    bytes: number,
    name: Address,
    mode: Address,
  ): number;
  luaL_newstate(): Address;
  luaL_requiref(
    L: Address,
    name: Address,
    openSlot: number,
    asGlobal: number,
  ): void;
  lua_newthread(L: Address): Address;
  lua_pushcclosure(L: Address, slot: number, upvalues: number): void;
  lua_rawsetp(L: Address, index: number, key: Address): void;
  lua_setfield(L: Address, index: number, name: Address): void;
  lua_xmove(from: Address, to: Address, values: number): void;
}

/** Opens Lua's own libraries, as globals. */
export function openLibraries(api: BuildApi, L: Address): void {
  const table = api.__indirect_function_table;
  for (const [name, open] of Object.entries(LIBRARIES)) {
    const slot = table.grow(1);
    table.set(slot, api[open as `luaopen_${string}`]!);
    withText(api, name, (text) => api.luaL_requiref(L, text, slot, 1));
    api.lua_settop(L, 0);
  }
}

/** A chunk as text, or as what `string.dump` gives. */
export interface LuaChunk {
  /** The name it has in messages, as `=insomnia/sandbox.lua`. */
  readonly name: string;
  readonly code: Uint8Array;
  readonly isText: boolean;
}

/** A text of the build's own. */
export function chunkOf(text: string): LuaChunk {
  return { name: "=build", code: new TextEncoder().encode(text), isText: true };
}

/** Makes a function of a chunk, on top of the stack. */
export function load(
  api: BuildApi,
  L: Address,
  { name, code, isText }: LuaChunk,
): void {
  // Behind the heap, where it leaves no hole.
  const memory = new Uint8Array(api.memory.buffer);
  const start = memory.length - code.length;
  memory.set(code, start);
  const status = withText(
    api,
    name,
    (name) =>
      withText(
        api,
        isText ? "t" : "b",
        (mode) => api.luaL_loadbufferx(L, start, code.length, name, mode),
      ),
  );
  memory.fill(0, start);
  if (status !== 0) throw new SyntaxError(`${name} does not compile`);
}

/** Calls what is on the stack. @throws {Error} when it has an error */
export function call(
  api: BuildApi,
  L: Address,
  args: number,
  results: number,
): void {
  if (api.lua_pcallk(L, args, results, 0, 0, 0) !== 0) {
    throw new Error(new TextDecoder().decode(topText(api, L)));
  }
}

/** The bytes of the string on top of the stack. */
export function topText(api: BuildApi, L: Address): Uint8Array {
  const answer = api.malloc(4);
  const start = api.lua_tolstring(L, -1, answer);
  const { buffer } = api.memory;
  const length = new DataView(buffer).getUint32(answer, true);
  api.free(answer);
  return new Uint8Array(buffer).slice(start, start + length);
}

/** Runs `use` with a text in the machine's memory. */
export function withText<T>(
  api: BuildApi,
  text: string,
  use: (address: Address) => T,
): T {
  const bytes = new TextEncoder().encode(`${text}\0`);
  const block = api.malloc(bytes.length);
  new Uint8Array(api.memory.buffer).set(bytes, block);
  const result = use(block);
  api.free(block);
  return result;
}
