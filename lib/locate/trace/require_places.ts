import type { RelatedPlace } from "../../base/diagnostic.ts";
import {
  type LuaProgram,
  type LuaRoot,
  rootOfChunk,
} from "../../source/lua_program.ts";
import { luaStringValue } from "../../source/lua_string_value.ts";
import { literalCalls } from "./call_range.ts";
import { placeAt, type ProgramText } from "./program_texts.ts";

/**
 * The calls of `require` that lead to a module, nearest first, as far as their
 * names are written out.
 *
 * @param chunk the module that something was written in
 * @param via the source that took it from there, where that is another
 */
export function requirePlaces(
  program: LuaProgram,
  texts: ReadonlyMap<string, ProgramText>,
  chunk: string,
  via: string,
): RelatedPlace[] {
  const related: RelatedPlace[] = [];
  const seen = new Set<string>();
  let [module, first] = [chunk, via];
  while (!seen.has(module)) {
    seen.add(module);
    const root = rootOfChunk(program, module);
    const name = root && nameIn(root, module);
    if (!root || name === undefined) break;
    const chunks = [first, root.entry.chunk, ...chunksOf(root)]
      .filter((one) => !seen.has(one) && isIn(root, one));
    const found = callIn(texts, chunks, name);
    if (!found) break;
    const source = placeAt(found.text, found.range);
    related.push({ message: `\`${name}\` is required here`, source });
    module = found.text.source.chunk;
    first = root.entry.chunk;
  }
  return related;
}

function callIn(
  texts: ReadonlyMap<string, ProgramText>,
  chunks: readonly string[],
  name: string,
) {
  for (const chunk of chunks) {
    const text = texts.get(chunk);
    const outline = text?.outline();
    if (!text || !outline) continue;
    for (const { literal, range } of literalCalls(outline, "require")) {
      if (luaStringValue(literal) === name) return { text, range };
    }
  }
}

function chunksOf({ modules }: LuaRoot): string[] {
  return Array.from(modules.values(), ({ chunk }) => chunk);
}

function isIn(root: LuaRoot, chunk: string): boolean {
  return root.entry.chunk === chunk || nameIn(root, chunk) !== undefined;
}

function nameIn({ modules }: LuaRoot, chunk: string): string | undefined {
  for (const [name, module] of modules) {
    if (module.chunk === chunk) return name;
  }
}
