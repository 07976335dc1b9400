import { rangeOfToken, rangeOfTokens } from "./expression_range.ts";
import type { LuaOutline } from "./lua_outline.ts";
import { luaStringValue } from "../../source/lua_string_value.ts";
import type { LuaToken } from "../../source/lua_tokens.ts";
import type { FieldRanges } from "./trace_place.ts";

/** A key as Lua knows it: a name, or a position from 1. */
export type LuaKey = string | number;

/** The key of an item that may give several: a call, or `...`, at the end of a list. */
export const REST = -1;

/**
 * The fields of a table constructor whose keys can be read off the source:
 * `name =`, `["name"] =`, `[3] =`, and items by position.
 *
 * @param brace the index of the constructor's `{`
 */
export function readTableFields(
  outline: LuaOutline,
  brace: number,
): ReadonlyMap<LuaKey, FieldRanges> {
  const { tokens, partner } = outline;
  const close = partner[brace]!;
  const named: [LuaKey, FieldRanges][] = [];
  const items: [LuaKey, FieldRanges][] = [];

  for (let index = brace + 1; index < close; index++) {
    const start = index;
    const equals = tokens[start]!.text === "["
      ? partner[start]! + 1
      : start + 1;
    const hasKey = tokens[equals]!.text === "=";
    const valueStart = hasKey ? equals + 1 : start;
    index = valueStart;
    while (
      index < close && tokens[index]!.text !== "," &&
      tokens[index]!.text !== ";"
    ) {
      index = Math.max(index, partner[index]!) + 1;
    }
    const value = rangeOfTokens(outline, valueStart, index);
    if (!hasKey) {
      items.push([items.length + 1, {
        key: rangeOfToken(tokens[start]!),
        value,
      }]);
      continue;
    }
    const keyTokens = tokens[start]!.text === "["
      ? tokens.slice(start + 1, equals - 1)
      : [tokens[start]!];
    const key = tokens[start]!.text === "["
      ? literalKey(keyTokens)
      : tokens[start]!.text;
    if (key !== undefined) {
      named.push([key, { key: rangeOfToken(keyTokens[0]!), value }]);
    }
  }
  const rest = items.at(-1)?.[1];
  const end = tokens[close - 1]!.text === "," ? close - 2 : close - 1;
  if (rest && [")", "..."].includes(tokens[end]!.text)) {
    named.push([REST, rest]);
  }
  // Lua stores the items last, so an item wins over `[1] =`.
  return new Map([...named, ...items]);
}

/** The key that the tokens between `[` and `]` stand for, when they are a literal. */
export function literalKey(tokens: readonly LuaToken[]): LuaKey | undefined {
  const [token, ...others] = tokens;
  if (token === undefined || others.length > 0) return undefined;
  const { kind, text } = token;
  if (kind === "string") return luaStringValue(text);
  if (kind !== "number") return undefined;
  const number = Number(text);
  return Number.isSafeInteger(number) ? number : undefined;
}
