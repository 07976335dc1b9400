import type { SourcePlace } from "../../base/diagnostic.ts";
import { type FieldPath, printFieldPath } from "../../base/field_path.ts";
import { lazy } from "../../base/lazy.ts";
import type { LuaProgram, LuaSource } from "../../source/lua_program.ts";
import { type LuaOutline, readLuaOutline } from "./lua_outline.ts";
import {
  lineSpan,
  type LuaText,
  luaTextOf,
  spanAt,
} from "../../source/lua_text.ts";
import type { ByteRange } from "./trace_place.ts";

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
    const text = lazy(() => luaTextOf(source.bytes));
    const outline = lazy(() => readLuaOutline(text().bytes));
    texts.set(source.chunk, {
      source,
      ...importedAs !== undefined && { importedAs },
      text,
      outline,
    });
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

/** The place of a stretch of a source. */
export function placeAt(
  { source, text }: ProgramText,
  { line, start, end }: ByteRange,
): SourcePlace {
  return { file: source.file, ...spanAt(text(), line, start, end) };
}

/**
 * The place of what set a field, with a label that names the field.
 *
 * @param call the call that did; `undefined`: only its line is known
 */
export function settingPlace(
  text: ProgramText,
  line: number,
  call: ByteRange | undefined,
  path: FieldPath,
): SourcePlace {
  const field = `\`${printFieldPath(path)}\``;
  if (call) return { ...placeAt(text, call), label: `this sets ${field}` };
  const span = lineSpan(text.text(), line) ?? { line, column: 1, length: 0 };
  const label = `a call on this line sets ${field}`;
  return { file: text.source.file, ...span, label };
}
