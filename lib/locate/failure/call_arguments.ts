import { luaStringValue } from "../../source/lua_string_value.ts";
import { type Call, readCall } from "../trace/call_range.ts";
import { endOfExpression } from "../trace/expression_range.ts";
import type { LuaOutline } from "../trace/lua_outline.ts";
import type { ByteRange } from "../trace/trace_place.ts";
import { expressionAt } from "./operand_range.ts";

/**
 * The first call among some tokens.
 *
 * @param name the last part of the function's name; left out: any, since a
 * function may have another name
 */
export function callOf(
  outline: LuaOutline,
  here: readonly number[],
  name?: string,
): Call | undefined {
  for (const index of here) {
    if (name !== undefined && outline.tokens[index]!.text !== name) continue;
    const call = readCall(outline, index);
    if (call) return call;
  }
}

/** The argument at a position, from 0; else the call. */
export function argumentAt(
  outline: LuaOutline,
  { name, range }: Call,
  position: number,
): ByteRange {
  const { tokens, partner } = outline;
  const open = name + 1;
  if (tokens[open]!.text !== "(") return position === 0 ? tokens[open]! : range;
  let index = open + 1;
  for (let at = 0; index < partner[open]!; at++) {
    if (at === position) return expressionAt(outline, index);
    index = endOfExpression(outline, index) + 1;
  }
  return range;
}

/** An item of the first list among the arguments, from 1. */
function itemOf(
  outline: LuaOutline,
  call: Call,
  position: number,
): ByteRange | undefined {
  const { tokens, partner } = outline;
  const open = tokens.findIndex(({ text }, index) =>
    index > call.name && index < call.end && text === "{"
  );
  if (open < 0) return undefined;
  let index = open + 1;
  for (let at = 1; at < position && index < partner[open]!; at++) {
    index = endOfExpression(outline, index) + 1;
  }
  return index < partner[open]! ? expressionAt(outline, index) : undefined;
}

/** What a host function refused: a field of its table, a value, an argument. */
export function refusedArgument(
  outline: LuaOutline,
  call: Call,
  message: string,
  words: readonly string[],
): ByteRange {
  const { tokens } = outline;
  if (tokens[call.name - 1]?.text === ":") return tokens[call.name - 1]!;
  // `tools.rules: rule 2`: the item, where nothing in it is named.
  const [, rule] = /: rule (\d+)`.*: got nothing$/.exec(message) ?? [];
  const item = rule === undefined
    ? undefined
    : itemOf(outline, call, Number(rule));
  if (item) return item;
  const [, got] = /: got `([^`]*)`/.exec(message) ?? [];
  const isField = (index: number, word: string) =>
    tokens[index + 1]?.text === "=" && tokens[index]!.text === word ||
    tokens[index]!.kind === "string" && tokens[index - 1]?.text === "[" &&
      luaStringValue(tokens[index]!.text) === word;
  for (const word of words) {
    for (let index = call.name + 1; index < call.end; index++) {
      if (!isField(index, word)) continue;
      // Of a field with a wrong value the value, else the name.
      return got !== undefined && word !== got || / as a share/.test(message)
        ? expressionAt(
          outline,
          index + (tokens[index + 1]!.text === "=" ? 2 : 3),
        )
        : tokens[index]!;
    }
  }
  for (
    let index = call.name + 1;
    got !== undefined && index < call.end;
    index++
  ) {
    const { kind, text } = tokens[index]!;
    if (kind === "string" ? luaStringValue(text) === got : text === got) {
      return tokens[index]!;
    }
  }
  return argumentAt(outline, call, 0);
}
