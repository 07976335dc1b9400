import type { LuaProgram, LuaSource } from "../../source/lua_program.ts";
import { type LuaOutline, readLuaOutline } from "./lua_outline.ts";
import { type LuaText, luaTextOf } from "../../source/lua_text.ts";

/** A source of a program, for looking places up. */
export interface ProgramText {
  readonly source: LuaSource;
  /** The qualified name of the imported profile it belongs to. */
  readonly importedAs?: string;
  /** Read on first use: most sources of a program are never looked into. */
  readonly text: () => LuaText;
  /** `undefined` when it is no Lua. */
  readonly outline: () => LuaOutline | undefined;
}

/** The sources of a program by chunk name. */
export function programTexts(
  program: LuaProgram,
): ReadonlyMap<string, ProgramText> {
  const texts = new Map<string, ProgramText>();
  const add = (source: LuaSource, importedAs?: string): void => {
    if (texts.has(source.chunk)) return;
    const text = once(() => luaTextOf(source.bytes));
    const outline = once(() => readLuaOutline(text().bytes));
    texts.set(source.chunk, { source, importedAs, text, outline });
  };
  add(program.entry);
  for (const module of program.modules.values()) add(module);
  for (const given of program.imports.values()) {
    if (!("root" in given)) continue;
    add(given.root.entry, given.name);
    for (const module of given.root.modules.values()) add(module, given.name);
  }
  return texts;
}

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => (made ??= { value: make() }).value;
}
