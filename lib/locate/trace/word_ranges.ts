import { luaStringValue } from "../../source/lua_string_value.ts";
import { countLineBreaks, type LuaToken } from "../../source/lua_tokens.ts";
import { rangeOfToken } from "./expression_range.ts";
import type { LuaOutline } from "./lua_outline.ts";
import type { ByteRange } from "./trace_place.ts";

/** A word of fewer letters stands in many a text by chance. */
const SHORTEST_WORD = 3;

/** Some tokens of a source, from one index up to another. */
export interface TokenSpan {
  readonly outline: LuaOutline;
  readonly start: number;
  readonly end: number;
}

/** Where a value is written: a literal, a field's name, or quoted inside a string. */
export function* writtenRanges(
  { outline: { tokens }, start, end }: TokenSpan,
  value: string | number | boolean,
): Generator<ByteRange> {
  for (let index = start; index < end; index++) {
    const token = tokens[index]!;
    const { kind, text } = token;
    if (typeof value !== "string") {
      const same = kind === "number"
        ? Number(text) === value
        : text === String(value);
      if (same) yield rangeOfToken(token);
    } else if (kind === "name") {
      if (text === value) yield rangeOfToken(token);
    } else if (kind === "string") {
      if (luaStringValue(text) === value) yield rangeOfToken(token);
      else if (value.length >= SHORTEST_WORD) yield* quotedRanges(token, value);
    }
  }
}

/** Where a word stands by itself in strings, whatever is around it. */
export function* wordRangesInStrings(
  { outline: { tokens }, start, end }: TokenSpan,
  word: string,
): Generator<ByteRange> {
  if (!/^\w+$/.test(word) || word.length < SHORTEST_WORD) return;
  const whole = new RegExp(`\\b${word}\\b`, "g");
  for (let index = start; index < end; index++) {
    const token = tokens[index]!;
    if (token.kind !== "string" || !token.text.includes(word)) continue;
    for (const { index: at } of token.text.matchAll(whole)) {
      yield rangeInToken(token, at, word.length);
    }
  }
}

/** Where a word stands in quotes inside a string: in JSON, say. */
function* quotedRanges(token: LuaToken, word: string): Generator<ByteRange> {
  for (const quoted of [`"${word}"`, `\\"${word}\\"`, `'${word}'`]) {
    let at = token.text.indexOf(quoted);
    while (at >= 0) {
      yield rangeInToken(token, at, quoted.length);
      at = token.text.indexOf(quoted, at + 1);
    }
  }
}

function rangeInToken(token: LuaToken, at: number, length: number): ByteRange {
  const start = token.start + at;
  const line = token.line + countLineBreaks(token.text, 0, at);
  return { line, start, end: start + length };
}
