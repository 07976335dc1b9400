import type { LuaMachine } from "./lua_machine.ts";

/** Offsets in Lua's `lua_Debug`. */
const DEBUG = { source: 16, sourceBytes: 20, line: 24 } as const;

/** Where it is put in the machine's scratch space, behind what is asked for. */
const DEBUG_OFFSET = 8;

/** Asks `lua_getinfo` for source and line. */
const SOURCE_AND_LINE = new TextEncoder().encode("Sl\0");

/** Frames looked at for one of the profile's own. */
const MAX_FRAMES = 50;

/**
 * Where a machine that was stopped was last seen in the profile's code. Lua
 * notes the line at calls and whenever something might fail, so a loop that
 * does nothing is seen where it was entered.
 */
export function lastSeen(
  { api, main, scratch }: LuaMachine,
): { readonly chunk?: string; readonly line?: number } {
  const { buffer } = api.memory;
  const debug = scratch + DEBUG_OFFSET;
  new Uint8Array(buffer).set(SOURCE_AND_LINE, scratch);
  const view = new DataView(buffer, debug);
  for (let level = 0; level < MAX_FRAMES; level++) {
    if (api.lua_getstack(main, level, debug) === 0) break;
    api.lua_getinfo(main, scratch, debug);
    const source = new TextDecoder().decode(
      new Uint8Array(
        buffer,
        view.getUint32(DEBUG.source, true),
        view.getUint32(DEBUG.sourceBytes, true),
      ),
    );
    const line = view.getInt32(DEBUG.line, true);
    if (source.startsWith("@") && line > 0) {
      return { chunk: source.slice(1), line };
    }
  }
  return {};
}
