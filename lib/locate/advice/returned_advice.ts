import { suggest } from "../../base/suggest.ts";
import type { SourceEdit } from "../../base/source_edit.ts";
import type { LuaSource } from "../../source/lua_program.ts";
import { luaTextOf, spanAt } from "../../source/lua_text.ts";
import { readLuaOutline } from "../trace/lua_outline.ts";
import { localNames } from "./written_names.ts";

/**
 * What to do about a profile whose `return` gives nothing: most often it names a
 * variable that is not there, `return cofnig` for `return config`.
 */
export function returnedAdvice(
  { bytes, file }: LuaSource,
):
  | { readonly help: string; readonly edits: readonly SourceEdit[] }
  | undefined {
  const text = luaTextOf(bytes);
  const { tokens, around } = readLuaOutline(text.bytes) ??
    { tokens: [], around: [] };
  const at = tokens.findLastIndex(({ text }, index) =>
    text === "return" && around[index]! < 0
  );
  const name = tokens[at + 1];
  const isAlone = (tokens[at + 2]?.text ?? ";") === ";";
  if (at < 0 || name?.kind !== "name" || !isAlone) return undefined;
  const known = localNames(tokens);
  const near = known.includes(name.text)
    ? undefined
    : suggest(name.text, known);
  return near === undefined ? undefined : {
    help: `\`${name.text}\` is nil here: did you mean \`${near}\`?`,
    edits: [{
      file,
      ...spanAt(text, name.line, name.start, name.end),
      text: near,
    }],
  };
}
