import { HOST_MODULES } from "./host_modules.ts";
import { LUA_LIMITS } from "../../lib/lua/limits.ts";
import type { Address } from "../../lib/lua/lua_api.ts";
import type { LuaInstance } from "../../lib/lua/instantiate.ts";
import type { CatalogFacts } from "../../lib/catalog/catalog_facts.ts";
import { type LuaHeap, LuaMachine } from "../../lib/lua/lua_machine.ts";
import { type LuaInput, pushValue } from "../../lib/lua/json_to_lua.ts";
import {
  type BuildApi,
  call,
  chunkOf,
  load,
  type LuaChunk,
  openLibraries,
  withText,
} from "./build_api.ts";
import type { CreationOrderSlots } from "./creation_order.ts";
import { findBreak } from "./find_break.ts";
import { IDENTITIES_KEY } from "./number_identities.ts";
import type { KeyWatchSlots } from "./watch_keys.ts";

const REGISTRY_INDEX = -1_001_000;

/**
 * Brings a machine that was just started to the point where it can evaluate:
 * libraries opened, prelude and host modules run, memory cleaned up.
 *
 * @param compiled what {@linkcode compileFiles} gives
 * @param catalog what profiles know of models where nobody says otherwise
 */
export function initialise(
  instance: LuaInstance,
  slots: CreationOrderSlots & KeyWatchSlots,
  compiled: readonly LuaChunk[],
  catalog: CatalogFacts,
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

  api.lua_createtable(L, 0, 0);
  api.lua_rawsetp(L, REGISTRY_INDEX, IDENTITIES_KEY);

  const [main, ...files] = compiled;
  load(api, L, main!);
  pushValue(machine, L, {
    limits: { ...LUA_LIMITS },
    catalog: catalog as unknown as LuaInput,
    modules: HOST_MODULES.map(({ name }) => name),
  });
  const functions = [
    ...[slots.address, slots.newestFirst],
    ...[slots.watch, slots.unchanged, slots.hasLowNumber],
  ];
  for (const slot of functions) api.lua_pushcclosure(L, slot, 0);
  api.lua_checkstack(L, files.length);
  for (const file of files) load(api, L, file);
  // Gives the function that evaluates, and the record.
  call(api, L, 1 + functions.length + files.length, 2);

  const reader = api.lua_newthread(L);
  withText(api, "insomnia.reader", (name) => {
    api.lua_setfield(L, REGISTRY_INDEX, name);
  });
  api.lua_xmove(L, reader, 1);

  load(api, L, chunkOf("collectgarbage()"));
  call(api, L, 0, 0);
  api.stackRestore(stack); // the machine took a piece of it
  const imageEnd = clearUnused(api);
  // The heap begins where the stack does, which grows the other way.
  const breakWord = findBreak(before, staticData(), {
    heapStart: stack,
    used: imageEnd,
  });
  return { main: L, reader, imageEnd, stackEnd, breakWord };
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
