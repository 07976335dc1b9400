import { HOST_MODULES } from "./host_modules.ts";
import type { LuaInstance } from "../../lib/lua/instantiate.ts";
import {
  type BuildApi,
  call,
  chunkOf,
  load,
  type LuaChunk,
  openLibraries,
  topText,
} from "./build_api.ts";

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

/** The text of one file of `resources/lua/`. */
export type ReadLua = (file: string) => Uint8Array;

/**
 * The files of `resources/lua/` as Lua's own bytecode, in the order they run:
 * `sandbox.lua` first. What is loaded as bytecode takes the room it needs, where
 * a compiler leaves holes between what it keeps.
 *
 * @param instance a machine that was just started; of no use any more afterwards
 */
export function compileFiles(
  instance: LuaInstance,
  readLua: ReadLua,
): LuaChunk[] {
  const api = instance.api as BuildApi;
  api.emscripten_stack_init();
  api.__wasm_call_ctors();
  const L = api.luaL_newstate();
  openLibraries(api, L);
  return [
    "sandbox.lua",
    ...SANDBOX_FILES.map((file) => `sandbox/${file}`),
    ...HOST_MODULES.map(({ file }) => file),
  ].map((file) => {
    const name = `=insomnia/${file}`;
    load(api, L, chunkOf("return string.dump(...)"));
    load(api, L, { name, code: readLua(file), isText: true });
    call(api, L, 1, 1);
    const code = topText(api, L);
    api.lua_settop(L, 0);
    return { name, code, isText: false };
  });
}
