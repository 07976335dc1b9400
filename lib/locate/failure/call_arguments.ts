import { luaStringValue } from "../../source/lua_string_value.ts";
import { readCallEndingWith } from "../trace/call_range.ts";
import { endOfExpression } from "../trace/expression_range.ts";
import type { LuaOutline } from "../trace/lua_outline.ts";
import type { ByteRange } from "../trace/trace_place.ts";
import { expressionAt } from "./operand_range.ts";

/** A call of a function: indexes of tokens, and its stretch of its line. */
export interface Call {
  readonly name: number;
  readonly head: number;
  readonly end: number;
  readonly range: ByteRange;
}

/** The first call of a function by the last part of its name, among some tokens. */
export function callOf(
  outline: LuaOutline,
  here: readonly number[],
  name: string,
): Call | undefined {
  for (const index of here) {
    if (outline.tokens[index]!.text !== name) continue;
    const call = readCallEndingWith(outline, index);
    if (call) return { name: index, ...call };
  }
}

/** The first call among some tokens. */
export function firstCall(
  outline: LuaOutline,
  here: readonly number[],
): ByteRange | undefined {
  for (const index of here) {
    const call = readCallEndingWith(outline, index);
    if (call) return call.range;
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
    const end = endOfExpression(outline, index);
    if (at === position) {
      const last = tokens[end - 1]!;
      const { line, start } = tokens[index]!;
      return {
        line,
        start,
        end: last.line === line ? last.end : tokens[index]!.end,
      };
    }
    index = end + 1;
  }
  return range;
}

/** What a host export function refusedArgument: a field of its table, a value, an argument. */
export function refusedArgument(
  outline: LuaOutline,
  call: Call,
  message: string,
  words: readonly string[],
): ByteRange {
  const { tokens } = outline;
  if (tokens[call.name - 1]?.text === ":") return tokens[call.name - 1]!;
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
