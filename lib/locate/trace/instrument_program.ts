import type {
  LuaImport,
  LuaProgram,
  LuaRoot,
  LuaSource,
} from "../../source/lua_program.ts";
import { instrument } from "./instrument.ts";
import type { TracePlace } from "./trace_place.ts";

/** A program that tells where its tables and fields come from. */
export interface InstrumentedProgram {
  readonly program: LuaProgram;
  /** What the ids in the sources mean. */
  readonly places: readonly TracePlace[];
}

/** Instruments every Lua source of a program, those of imported profiles too. */
export function instrumentProgram(program: LuaProgram): InstrumentedProgram {
  const places: TracePlace[] = [];
  // One source may be reached in several ways and must stay one source.
  const done = new Map<LuaSource, LuaSource>();
  const roots = new Map<LuaRoot, LuaRoot>();
  const source = (original: LuaSource): LuaSource => {
    let rewritten = done.get(original);
    if (!rewritten) {
      const bytes = instrument(original.bytes, original.chunk, places);
      const traced = bytes !== original.bytes;
      done.set(original, rewritten = { ...original, bytes, traced });
    }
    return rewritten;
  };
  const root = (original: LuaRoot): LuaRoot => {
    let rewritten = roots.get(original);
    if (!rewritten) {
      rewritten = {
        ...original,
        entry: source(original.entry),
        modules: mapValues(original.modules, source),
      };
      roots.set(original, rewritten);
    }
    return rewritten;
  };
  const imports = mapValues(
    program.imports,
    (given): LuaImport =>
      "root" in given ? { ...given, root: root(given.root) } : given,
  );
  return { program: { ...root(program), imports }, places };
}

function mapValues<A, B>(
  map: ReadonlyMap<string, A>,
  change: (value: A) => B,
): Map<string, B> {
  return new Map(Array.from(map, ([key, value]) => [key, change(value)]));
}
