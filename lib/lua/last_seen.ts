import type { LuaFrame } from "./lua_failure.ts";
import type { LuaMachine } from "./lua_machine.ts";

/** Offsets in Lua's `lua_Debug`; texts are pointers to C strings but the source. */
const DEBUG = {
  name: 4,
  nameKind: 8,
  kind: 12,
  source: 16,
  sourceBytes: 20,
  line: 24,
  firstLine: 28,
} as const;

/** Where it is put in the machine's scratch space, behind what is asked for. */
const DEBUG_OFFSET = 8;

/** Asks `lua_getinfo` for source, line and name. */
const ASKED = new TextEncoder().encode("Sln\0");

/** Calls looked at for the profile's own, and how many of those are kept. */
const MAX_CALLS = 200;
const MAX_FRAMES = 20;

const LENIENT = new TextDecoder();

/** Where a machine was last seen in the profile's code, and how it came there. */
export interface LastSeen {
  readonly chunk?: string;
  readonly line?: number;
  /** Innermost call first. */
  readonly traceback: readonly LuaFrame[];
}

/**
 * Where a machine that was stopped was last seen. Lua notes the line at calls
 * and whenever something might fail, so a loop that does nothing is seen where
 * it was entered.
 */
export function lastSeen(
  { api, main, memory, scratch }: LuaMachine,
): LastSeen {
  const debug = scratch + DEBUG_OFFSET;
  memory.bytes().set(ASKED, scratch);
  const word = (offset: number) => memory.wordAt(debug + offset);
  const text = (offset: number) => {
    const start = word(offset);
    if (start === 0) return "";
    const length = memory.bytes().indexOf(0, start) - start;
    return memory.textAt(start, length, LENIENT);
  };
  const traceback: LuaFrame[] = [];
  for (let level = 0; level < MAX_CALLS; level++) {
    if (traceback.length === MAX_FRAMES) break;
    if (api.lua_getstack(main, level, debug) === 0) break;
    api.lua_getinfo(main, scratch, debug);
    const source = memory.textAt(
      word(DEBUG.source),
      word(DEBUG.sourceBytes),
      LENIENT,
    );
    const line = word(DEBUG.line) | 0;
    if (!source.startsWith("@") || line <= 0) continue;
    traceback.push({ chunk: source.slice(1), line, label: label() });
  }
  const [nearest] = traceback;
  if (!nearest) return { traceback };
  return { chunk: nearest.chunk, line: nearest.line, traceback };

  /** As the prelude words it, in `failures.lua`. */
  function label(): string {
    if (text(DEBUG.kind) === "main") return "in main chunk";
    const name = text(DEBUG.name);
    if (!name) return `in function <line ${word(DEBUG.firstLine)}>`;
    const kind = text(DEBUG.nameKind);
    return `in ${kind.endsWith("method") ? kind : "function"} '${name}'`;
  }
}
