import { luaStringValue } from "./lua_string_value.ts";
import type { LuaToken } from "./lua_tokens.ts";

/** A key that one table constructor has twice. */
export interface RepeatedKey {
  readonly name: string;
  readonly first: LuaToken;
  readonly second: LuaToken;
}

const OPENING: ReadonlySet<string> = new Set([
  "{",
  "(",
  "[",
  "function",
  "if",
  "do",
  "repeat",
]);
const CLOSING: ReadonlySet<string> = new Set(["}", ")", "]", "end", "until"]);

/**
 * Finds keys that are written twice in one table constructor: Lua keeps the
 * last and says nothing.
 *
 * @param tokens those of a Lua file
 *
 * @example
 * ```ts
 * import { readLuaTokens } from "./lua_tokens.ts";
 * import { repeatedKeys } from "./repeated_keys.ts";
 * import assert from "node:assert/strict";
 * const tokens = readLuaTokens(`return { a = 1, b = { a = 2 }, ["a"] = 3 }`)!;
 * assert.deepEqual(repeatedKeys(tokens).map(({ name }) => name), ["a"]);
 * ```
 */
export function repeatedKeys(
  tokens: readonly LuaToken[],
): readonly RepeatedKey[] {
  const repeated: RepeatedKey[] = [];
  /** The keys of each constructor around a token; nothing of other brackets. */
  const around: (Map<string, LuaToken> | undefined)[] = [];
  for (let index = 0; index < tokens.length; index++) {
    const { kind, text } = tokens[index]!;
    if (kind !== "operator" && kind !== "keyword") continue;
    if (CLOSING.has(text)) around.pop();
    const keys = around.at(-1);
    const key = keys && keyBefore(tokens, index);
    if (keys && key) {
      const name = key.kind === "string" ? luaStringValue(key.text) : key.text;
      const first = keys.get(name);
      if (first) repeated.push({ name, first, second: key });
      else keys.set(name, key);
    }
    if (OPENING.has(text)) {
      around.push(text === "{" ? new Map<string, LuaToken>() : undefined);
    }
  }
  return repeated;
}

/** The key of an entry whose `=` this is: `name =`, `["name"] =`. */
function keyBefore(
  tokens: readonly LuaToken[],
  equals: number,
): LuaToken | undefined {
  if (tokens[equals]?.text !== "=") return undefined;
  const before = tokens[equals - 1];
  if (before?.kind === "name") {
    const start = tokens[equals - 2]?.text;
    return start === "{" || start === "," || start === ";" ? before : undefined;
  }
  const key = tokens[equals - 2];
  return before?.text === "]" && key?.kind === "string" &&
      tokens[equals - 3]?.text === "["
    ? key
    : undefined;
}
