import { type LuaSpan, type LuaText, spanAt } from "../../source/lua_text.ts";
import { readLuaOutline } from "../trace/lua_outline.ts";

/**
 * Where a profile ended that returned nothing: a bare `return`, or the end of
 * its file.
 */
export function endSpan(text: LuaText): LuaSpan | undefined {
  const outline = readLuaOutline(text.bytes);
  if (!outline) return undefined;
  const { tokens, around } = outline;
  const isMain = (index: number): boolean => {
    for (let at = around[index]!; at >= 0; at = around[at]!) {
      if (tokens[at]!.text === "function") return false;
    }
    return true;
  };
  const returns = tokens.flatMap(({ text }, index) =>
    text === "return" && isMain(index) ? [index] : []
  );
  const bare = returns.filter((index) => {
    const next = tokens[index + 1]?.text ?? ";";
    return [";", "end", "else", "elseif", "until"].includes(next);
  });
  const last = returns.at(-1);
  const endsWithReturn = last !== undefined && around[last]! < 0;
  if (bare.length === 0 && endsWithReturn) return undefined;
  if (bare.length > 0) {
    const { line, start, end } = tokens[bare[0]!]!;
    return spanAt(text, line, start, end);
  }
  const line = text.lineStarts.length;
  const lineTokens = tokens.filter((token) => token.line === line);
  const at = lineTokens.at(-1)?.end ?? text.lineStarts[line - 1]!;
  return { ...spanAt(text, line, at, at), length: 1 };
}
