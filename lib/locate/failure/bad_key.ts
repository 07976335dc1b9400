import type { SourcePlace } from "../../base/diagnostic.ts";
import { type LuaProgram, sourcesOf } from "../../source/lua_program.ts";
import { luaStringValue } from "../../source/lua_string_value.ts";
import { luaTextOf, spanAt } from "../../source/lua_text.ts";
import { readLuaTokens } from "../../source/lua_tokens.ts";

/** What a string reads as where its bytes are not UTF-8. */
const REPLACEMENT = "\uFFFD";

/**
 * Where the key stands that is not valid UTF-8, `["\xff"] = 3`: the only string
 * in brackets that is not. A path cannot name it.
 */
export function badKeyPlace(program: LuaProgram): SourcePlace | undefined {
  const places: SourcePlace[] = [];
  for (const { file, bytes } of sourcesOf(program)) {
    const text = luaTextOf(bytes);
    const tokens = readLuaTokens(text.bytes) ?? [];
    for (const [index, token] of tokens.entries()) {
      const { kind, line, start, end } = token;
      const isKey = kind === "string" && tokens[index + 1]?.text === "]" &&
        token.text.includes("\\");
      if (isKey && luaStringValue(token.text).includes(REPLACEMENT)) {
        places.push({ file, ...spanAt(text, line, start, end) });
      }
    }
  }
  return places.length === 1 ? places[0] : undefined;
}
