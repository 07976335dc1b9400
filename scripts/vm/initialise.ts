import { HOST_MODULES } from "../../lib/lua/host_modules.ts";
import { LUA_LIMITS } from "../../lib/lua/limits.ts";
import type { Address, LuaApi } from "../../lib/lua/lua_api.ts";
import type { LuaInstance } from "../../lib/lua/instantiate.ts";
import type { LuaCatalog } from "../../lib/lua/lua_catalog.ts";
import { type LuaHeap, LuaMachine } from "../../lib/lua/lua_machine.ts";
import { type LuaInput, pushValue } from "../../lib/lua/push_value.ts";
import type { CreationOrderSlots } from "./creation_order.ts";
import { findBreak } from "./find_break.ts";

/** Files of `resources/lua/sandbox/`, in the order they run. */
const SANDBOX_FILES: readonly string[] = [
  "failures.lua",
  "denied.lua",
  "order.lua",
  "data.lua",
  "notes.lua",
  "environment.lua",
  "modules.lua",
];

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
interface BuildApi extends LuaApi {
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
  lua_setfield(L: Address, index: number, name: Address): void;
  lua_xmove(from: Address, to: Address, values: number): void;
}

const REGISTRY_INDEX = -1_001_000;

/** The text of one file of `resources/lua/`. */
export type ReadLua = (file: string) => Uint8Array;

/**
 * Brings a machine that was just started to the point where it can evaluate:
 * libraries opened, prelude and host modules run, memory cleaned up.
 *
 * @param catalog what profiles know of models where nobody says otherwise
 */
export function initialise(
  instance: LuaInstance,
  slots: CreationOrderSlots,
  readLua: ReadLua,
  catalog: LuaCatalog,
): LuaHeap {
  const api = instance.api as BuildApi;
  api.emscripten_stack_init();
  const stack = api.stackSave();
  const stackEnd = api.emscripten_stack_get_end();
  const staticData = () => new Uint8Array(api.memory.buffer, 0, stackEnd);
  const before = staticData().slice();
  api.__wasm_call_ctors(); // which begins to allocate
  const L = api.luaL_newstate();
  const machine = new LuaMachine(instance, {
    main: L,
    reader: L,
    imageEnd: 0,
    stackEnd,
    breakWord: 0,
  }, { reusable: false });
  openLibraries(api, L);

  load(api, L, readLua("sandbox.lua"), "=insomnia/sandbox.lua");
  pushValue(machine, L, {
    limits: { ...LUA_LIMITS },
    catalog: catalog as unknown as LuaInput,
    sandbox: SANDBOX_FILES.map((file) => ({
      chunk: `=insomnia/sandbox/${file}`,
      source: readLua(`sandbox/${file}`),
    })),
    modules: HOST_MODULES.map(({ name, file }) => ({
      name,
      chunk: `=insomnia/${file}`,
      source: readLua(file),
    })),
  });
  api.lua_pushcclosure(L, slots.address, 0);
  api.lua_pushcclosure(L, slots.newestFirst, 0);
  call(api, machine, 3, 2); // the function that evaluates, the record

  const reader = api.lua_newthread(L);
  withText(api, "insomnia.reader", (name) => {
    api.lua_setfield(L, REGISTRY_INDEX, name);
  });
  api.lua_xmove(L, reader, 1);

  load(api, L, new TextEncoder().encode("collectgarbage()"), "=build");
  call(api, machine, 0, 0);
  api.stackRestore(stack); // LuaMachine took a piece of it
  const imageEnd = clearUnused(api);
  // The heap begins where the stack does, which grows the other way.
  const breakWord = findBreak(before, staticData(), {
    heapStart: stack,
    used: imageEnd,
  });
  return { main: L, reader, imageEnd, stackEnd, breakWord };
}

function openLibraries(api: BuildApi, L: Address): void {
  const table = api.__indirect_function_table;
  for (const [name, open] of Object.entries(LIBRARIES)) {
    const slot = table.grow(1);
    table.set(slot, api[open as `luaopen_${string}`]);
    withText(api, name, (text) => api.luaL_requiref(L, text, slot, 1));
    api.lua_settop(L, 0);
  }
}

function load(
  api: BuildApi,
  L: Address,
  source: Uint8Array,
  chunk: string,
): void {
  const mode = "t";
  const block = api.malloc(source.length);
  new Uint8Array(api.memory.buffer).set(source, block);
  const status = withText(
    api,
    chunk,
    (name) =>
      withText(
        api,
        mode,
        (textOnly) =>
          api.luaL_loadbufferx(L, block, source.length, name, textOnly),
      ),
  );
  api.free(block);
  if (status !== 0) throw new SyntaxError(`${chunk} does not compile`);
}

function call(
  api: BuildApi,
  machine: LuaMachine,
  args: number,
  results: number,
): void {
  const L = machine.main;
  if (api.lua_pcallk(L, args, results, 0, 0, 0) !== 0) {
    throw new Error(String(machine.plainAt(L, api.lua_gettop(L))));
  }
}

function withText<T>(
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

/**
 * Overwrites memory that is not in use with zeros: the unused part of the C
 * stack, and free blocks of the heap, which are taken and given back.
 *
 * @returns the end of what is in use
 */
function clearUnused(api: BuildApi): number {
  const memory = () => new Uint8Array(api.memory.buffer);
  memory().fill(0, api.emscripten_stack_get_end(), api.stackSave());

  const end = lastUsed(memory());
  const taken: Address[] = [];
  for (let bytes = 1 << 16; bytes >= 16; bytes >>= 1) {
    while (true) {
      const block = api.malloc(bytes);
      if (block === 0 || block + bytes > end) {
        api.free(block);
        break;
      }
      memory().fill(0, block, block + bytes);
      taken.push(block);
    }
  }
  for (const block of taken.reverse()) api.free(block);
  return lastUsed(memory());
}

function lastUsed(memory: Uint8Array): number {
  return memory.findLastIndex((byte) => byte !== 0) + 1;
}
