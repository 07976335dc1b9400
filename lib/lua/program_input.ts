import type { EvaluateOptions } from "./evaluation.ts";
import type { LuaInput } from "./json_to_lua.ts";
import type {
  LuaImport,
  LuaProgram,
  LuaRoot,
  LuaSource,
} from "../source/lua_program.ts";

/** The table that the prelude is called with; `sandbox.lua` reads it. */
export function programInput(
  program: LuaProgram,
  { catalog, version, trace, further }: EvaluateOptions,
): LuaInput {
  const imports: Record<string, LuaInput> = Object.create(null);
  for (const [selector, found] of program.imports) {
    imports[selector] = importInput(found);
  }
  return {
    root: rootInput(program, ""),
    imports,
    catalog: catalog as LuaInput,
    version,
    trace: trace ?? false,
    further: further ?? false,
  };
}

function importInput(found: LuaImport): LuaInput {
  if ("problem" in found) return { problem: found.problem };
  if ("data" in found) return { name: found.name, data: found.data };
  const { name, root } = found;
  return { name, root: { ...rootInput(root, `${name}/`), name } };
}

/** @param prefix what stands before the path in the names of its chunks */
function rootInput(
  { entry, modules, moduleProblems }: LuaRoot,
  prefix: string,
): { readonly [key: string]: LuaInput } {
  const sources: Record<string, LuaInput> = Object.create(null);
  for (const [name, source] of modules) sources[name] = sourceInput(source);
  return {
    path: entry.chunk.startsWith(prefix)
      ? entry.chunk.slice(prefix.length)
      : entry.chunk,
    entry: sourceInput(entry),
    modules: sources,
    problems: Object.fromEntries(moduleProblems ?? []),
  };
}

function sourceInput({ chunk, bytes, traced }: LuaSource): LuaInput {
  const source = withoutPreamble(bytes);
  return traced ? { chunk, source, traced } : { chunk, source };
}

/** Without a byte order mark and a first line that begins with `#`. */
function withoutPreamble(bytes: Uint8Array): Uint8Array {
  const start = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf
    ? 3
    : 0;
  if (bytes[start] !== 0x23) return bytes.subarray(start);
  const lineEnd = bytes.indexOf(0x0a, start);
  // The line break stays, so that lines keep their numbers.
  return bytes.subarray(lineEnd < 0 ? bytes.length : lineEnd);
}
