import type {
  LuaImport,
  LuaProgram,
  LuaRoot,
  LuaSource,
} from "./lua_program.ts";

/** A program with every Lua source of it changed, those of imported profiles too. */
export function mapSources(
  program: LuaProgram,
  change: (source: LuaSource) => LuaSource,
): LuaProgram {
  // One source may be reached in several ways and must stay one source.
  const sources = new Map<LuaSource, LuaSource>();
  const roots = new Map<LuaRoot, LuaRoot>();
  const source = (original: LuaSource): LuaSource => {
    let changed = sources.get(original);
    if (!changed) sources.set(original, changed = change(original));
    return changed;
  };
  const root = (original: LuaRoot): LuaRoot => {
    let changed = roots.get(original);
    if (!changed) {
      changed = {
        ...original,
        entry: source(original.entry),
        modules: mapValues(original.modules, source),
      };
      roots.set(original, changed);
    }
    return changed;
  };
  const imports = mapValues(
    program.imports,
    (given): LuaImport =>
      "root" in given ? { ...given, root: root(given.root) } : given,
  );
  return { ...root(program), imports };
}

function mapValues<A, B>(
  map: ReadonlyMap<string, A>,
  change: (value: A) => B,
): Map<string, B> {
  return new Map(Array.from(map, ([key, value]) => [key, change(value)]));
}
