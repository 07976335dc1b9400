import { luaStringValue } from "../../source/lua_string_value.ts";
import type { LuaOutline } from "../trace/lua_outline.ts";

/** The signs of each operation, by the word that Lua's messages have for it. */
export const OPERATORS: Readonly<Record<string, readonly string[]>> = {
  compare: ["<", "<=", ">", ">="],
  concatenate: [".."],
  add: ["+"],
  sub: ["-"],
  mul: ["*"],
  div: ["/"],
  mod: ["%"],
  pow: ["^"],
  unm: ["-"],
  idiv: ["//"],
  perform: ["+", "-", "*", "/", "%", "^", "//", "&", "|", "~", "<<", ">>"],
};

/** Whether a token is the variable of that kind and name, read and not set. */
export function isUse(
  { tokens, around }: LuaOutline,
  index: number,
  kind: string,
  name: string,
): boolean {
  const { text, kind: tokenKind } = tokens[index]!;
  const before = tokens[index - 1]?.text;
  if (kind === "constant" || kind === "field" && tokenKind === "string") {
    return tokenKind === "string" && luaStringValue(text) === name;
  }
  if (tokenKind !== "name" || text !== name) return false;
  if (kind === "field") return before === ".";
  if (kind === "method") return before === ":";
  const isKey = tokens[index + 1]?.text === "=" && around[index]! >= 0 &&
    tokens[around[index]!]!.text === "{" &&
    (before === "{" || before === "," || before === ";");
  return before !== "." && before !== ":" && !isKey;
}

/** Whether what follows or stands before a variable is what failed. */
export function isUsedTo(
  { tokens }: LuaOutline,
  index: number,
  verb: string,
): boolean {
  const next = tokens[index + 1]?.text ?? "";
  const before = tokens[index - 1]?.text ?? "";
  if (verb === "call") {
    return next === "(" || next === "{" || tokens[index + 1]?.kind === "string";
  }
  if (verb === "index") return [".", "[", ":"].includes(next);
  const signs = OPERATORS[verb] ?? [];
  return signs.includes(next) || signs.includes(before);
}
