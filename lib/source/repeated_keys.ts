import { luaStringValue } from "./lua_string_value.ts";
import { latin1Of } from "./lua_text.ts";
import { type LuaToken, readLuaTokens } from "./lua_tokens.ts";

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
 * @param source the bytes of a Lua file
 *
 * @example
 * ```ts
 * import { repeatedKeys } from "./repeated_keys.ts";
 * import assert from "node:assert/strict";
 * const source = new TextEncoder().encode(`return { a = 1, b = { a = 2 }, ["a"] = 3 }`);
 * assert.deepEqual(repeatedKeys(source).map(({ name }) => name), ["a"]);
 * ```
 */
export function repeatedKeys(source: Uint8Array): readonly RepeatedKey[] {
  const tokens = readLuaTokens(latin1Of(source)) ?? [];
  const repeated: RepeatedKey[] = [];
  /** The keys of each constructor around a token; nothing of other brackets. */
  const around: (Map<string, LuaToken> | undefined)[] = [];
  for (const [index, { text }] of tokens.entries()) {
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
