import { rangeOfTokens } from "./expression_range.ts";
import type { LuaOutline } from "./lua_outline.ts";
import type { ByteRange } from "./trace_place.ts";

/** A call of a named function, as indexes of tokens. */
export interface Call {
  /** The first token of `name.name`. */
  readonly head: number;
  /** The last of its names. */
  readonly name: number;
  /** The index behind the arguments. */
  readonly end: number;
  /** The stretch of all of it that is on its first line. */
  readonly range: ByteRange;
}

/**
 * The only call of a function by its name (`compact.preset(...)`) that begins
 * on a line, calls within its arguments aside.
 *
 * @returns `undefined` when there is no call, or more than one
 */
export function onlyCallOnLine(
  outline: LuaOutline,
  line: number,
): ByteRange | undefined {
  let only: Call | undefined;
  for (const call of callsOnLine(outline, line)) {
    if (only && call.name < only.end) continue;
    if (only) return undefined;
    only = call;
  }
  return only?.range;
}

/** The calls that begin on a line, outer ones first. */
export function* callsOnLine(
  outline: LuaOutline,
  line: number,
): Generator<Call> {
  const { tokens, lastOfLine } = outline;
  const last = lastOfLine[line];
  if (last === undefined) return;
  let first = last;
  while (first > 0 && tokens[first - 1]!.line === line) first--;
  for (let index = first; index <= last; index++) {
    const call = readCall(outline, index);
    if (call) yield call;
  }
}

/** The calls of a function of that name with a literal: its text and place. */
export function* literalCalls(
  outline: LuaOutline,
  name: string,
): Generator<{ readonly literal: string; readonly range: ByteRange }> {
  const { tokens } = outline;
  for (const [index, { text }] of tokens.entries()) {
    if (text !== name) continue;
    const argument = tokens[index + 1]?.text === "(" ? index + 2 : index + 1;
    const call = readCall(outline, index);
    if (!call || tokens[argument]?.kind !== "string") continue;
    yield { literal: tokens[argument].text, range: call.range };
  }
}

/** The call of a function whose last name is a token. */
export function readCall(outline: LuaOutline, name: number): Call | undefined {
  const { tokens, partner } = outline;
  const argument = tokens[name + 1];
  if (tokens[name]!.kind !== "name" || !argument) return undefined;
  const isCall = argument.text === "(" || argument.text === "{" ||
    argument.kind === "string";
  if (!isCall) return undefined;
  let head = name;
  while (
    isNameStep(tokens[head - 1]?.text) && tokens[head - 2]?.kind === "name"
  ) head -= 2;
  // `function name(...)` names a function and calls none.
  if (tokens[head - 1]?.text === "function") return undefined;
  const end = Math.max(name + 1, partner[name + 1]!) + 1;
  return { head, name, end, range: rangeOfTokens(outline, head, end) };
}

function isNameStep(text: string | undefined): boolean {
  return text === "." || text === ":";
}
