import type { LuaText } from "../../source/lua_text.ts";
import { type LuaToken, readLuaTokensUntil } from "../../source/lua_tokens.ts";
import { readLuaOutline } from "../trace/lua_outline.ts";
import type { ByteRange } from "../trace/trace_place.ts";
import { runtimeRange } from "./runtime_range.ts";
import { syntaxRange } from "./syntax_range.ts";

/** What Lua and the host functions tell of a failure. */
export interface KnownFailure {
  readonly code: string;
  readonly message: string;
  readonly line: number;
  /** The index of the token that an instruction failed at, where it is known. */
  readonly token?: number | undefined;
}

/**
 * Finds what on its line a failure is about, in bytes; empty at the end of a
 * file. Lua tells the line; the rest is in the message: the token that was not
 * expected, the variable that is nil, the function that refused an argument and
 * what it got.
 */
export function failureRange(text: LuaText, failure: KnownFailure): ByteRange {
  const { tokens, stopped } = readLuaTokensUntil(text.bytes);
  const outline = stopped ? undefined : readLuaOutline(text.bytes);
  const found = failure.code === "lua-syntax"
    ? syntaxRange(text, failure, tokens, stopped)
    : outline && runtimeRange(outline, failure);
  return found ?? wholeLine(text, tokens, failure.line);
}

function wholeLine(
  text: LuaText,
  tokens: readonly LuaToken[],
  line: number,
): ByteRange {
  const first = tokens.find((token) => token.line === line);
  const last = tokens.findLast((token) => token.line === line);
  const start = text.lineStarts[line - 1] ?? 0;
  return { line, start: first?.start ?? start, end: last?.end ?? start };
}
