import type { SourcePlace } from "../../base/diagnostic.ts";
import { luaStringValue } from "../../source/lua_string_value.ts";
import type { LuaImport, LuaProgram } from "../../source/lua_program.ts";
import { literalCalls } from "./call_range.ts";
import { placeAt, type ProgramText } from "./program_texts.ts";

/** A call of `profile.import` with a name that is written out. */
export interface ImportCall {
  readonly given: LuaImport;
  /** The source that it is in. */
  readonly text: ProgramText;
  readonly place: SourcePlace;
}

/** The imports of a program, in the order of its sources. */
export function* importCalls(
  program: LuaProgram,
  texts: ReadonlyMap<string, ProgramText>,
): Generator<ImportCall> {
  for (const text of texts.values()) {
    const outline = text.outline();
    if (!outline) continue;
    for (const { literal, range } of literalCalls(outline, "import")) {
      const given = program.imports.get(luaStringValue(literal));
      if (given) yield { given, text, place: placeAt(text, range) };
    }
  }
}
