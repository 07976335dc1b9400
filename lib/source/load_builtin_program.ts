import type { LuaProgram } from "./lua_program.ts";
import { builtinEntries } from "../registry/registry_entries.ts";
import { memorySystem } from "../system/memory_system.ts";
import { loadProgram } from "./load_program.ts";

/**
 * The Lua source of a builtin profile with what it imports. Needed only to
 * explain a profile: its value was made when the program was built.
 */
export async function loadBuiltinProgram(name: string): Promise<LuaProgram> {
  const found = await builtinEntries();
  const entries = found.map((entry) => ({ ...entry, isDefault: false }));
  const entry = entries.find((entry) => entry.name === name);
  if (!entry) throw new TypeError(`there is no builtin profile \`${name}\``);
  const registry = { entries, aliases: [], problems: [], files: [] };
  // Builtin profiles are inside the program: there is no outside world to read.
  return await loadProgram(
    { kind: "registry", entry },
    registry,
    memorySystem(),
  );
}
