import { luaStringValue } from "../../source/lua_string_value.ts";
import { endOfExpression } from "../trace/expression_range.ts";
import type { LuaOutline } from "../trace/lua_outline.ts";
import type { ByteRange } from "../trace/trace_place.ts";
import { argumentAt, callOf, refusedArgument } from "./call_arguments.ts";
import type { KnownFailure } from "./failure_range.ts";
import { loopRange } from "./loop_range.ts";
import {
  expressionAt,
  operationRange,
  startOfOperand,
} from "./operand_range.ts";
import { isUse, isUsedTo, OPERATORS } from "./variable_use.ts";

/** A failure, and the tokens of its line. */
interface Failure {
  readonly outline: LuaOutline;
  readonly code: string;
  readonly message: string;
  readonly line: number;
  /** Indexes of the tokens that begin on the line. */
  readonly here: readonly number[];
  /** What the message has in quotes. */
  readonly quoted: readonly string[];
}

type Find = (failure: Failure) => ByteRange | undefined;

/** A call that runs over several lines has the line of its beginning: look this far. */
const MOST_CALL_LINES = 10;

const VARIABLE =
  /^attempt to (\w+)[^]* \((global|local|upvalue|field|method|constant) '([^']*)'\)$/;
const LOOP_VALUES = ["initial", "limit", "step"];
const MODULE_MESSAGE =
  /^module '|^the name of the module|is not the name of a module|^cannot import/;

/** From what the message says most exactly to what it says least. */
const FINDERS: readonly Find[] = [
  ({ outline, code, line }) =>
    code === "limit-steps" ? loopRange(outline, line) : undefined,
  ofVariable,
  ofLoop,
  ofIterated,
  ofIndex,
  ofOperator,
  ofCall,
  ofModule,
  ofDeniedName,
  ofBadArgument,
  ofHostFunction,
  ({ outline, here }) =>
    callOf(outline, here, "error")?.range ??
      callOf(outline, here, "assert")?.range,
  ({ outline, here, message }) =>
    /circle/.test(message)
      ? callOf(outline, here, "require")?.range
      : undefined,
  ({ outline, here }) => callOf(outline, here)?.range,
];

/** What a run-time error or a refusal of the host is about. */
export function runtimeRange(
  outline: LuaOutline,
  { code, message, line, token }: KnownFailure,
): ByteRange | undefined {
  const onLine = outline.tokens.flatMap((token, index) =>
    token.line === line ? [index] : []
  );
  const here = token === undefined
    ? onLine
    : nearestFirst(outline, onLine, token, message);
  const quoted = Array.from(
    message.matchAll(/[`']([^`']+)[`']/g),
    ([, text = ""]) => text,
  );
  const failure = { outline, code, message, line, here, quoted };
  for (const find of FINDERS) {
    const range = find(failure);
    if (range) return range;
  }
}

/**
 * The tokens of a line from where it failed on. An operator fails for the
 * operand that ends before it, else for the one behind it; a call at its
 * function or its arguments; an index behind what is indexed.
 */
function nearestFirst(
  { tokens }: LuaOutline,
  onLine: readonly number[],
  failed: number,
  message: string,
): number[] {
  const before = onLine.filter((index) => index < failed).reverse();
  const behind = onLine.filter((index) => index > failed);
  const [, verb] = /^attempt to (\w+)/.exec(message) ?? [];
  if (verb !== undefined && Object.hasOwn(OPERATORS, verb)) {
    return [failed, ...before.slice(0, 1), ...behind, ...before.slice(1)];
  }
  const isCall = verb !== "index";
  const atName = tokens[failed]!.kind === "name";
  return isCall && atName
    ? [failed, ...behind, ...before]
    : [failed, ...before, ...behind];
}

/** `attempt to index a nil value (field 'worker')`. */
function ofVariable({ outline, message, line, here }: Failure) {
  const { tokens } = outline;
  const [, verb, kind = "", name = ""] = VARIABLE.exec(message) ?? [];
  if (verb === undefined) return undefined;
  if (name === "?") {
    const end = here.find((index) =>
      tokens[index]!.text === "]" && isUsedTo(outline, index, verb)
    );
    if (end !== undefined) {
      const first = tokens[startOfOperand(outline, end)]!;
      return { line: first.line, start: first.start, end: tokens[end]!.end };
    }
  }
  const uses = here.filter((index) => isUse(outline, index, kind, name));
  const best = uses.find((index) => isUsedTo(outline, index, verb)) ?? uses[0];
  if (best !== undefined) return tokens[best];
  return tokens.find((token, index) =>
    token.line > line && token.line < line + MOST_CALL_LINES &&
    isUse(outline, index, kind, name) && isUsedTo(outline, index, verb)
  );
}

/** `bad 'for' limit (number expected, got string)`, `(for iterator 'for iterator')`. */
function ofLoop({ outline, message, here }: Failure) {
  const loop = /^bad 'for' (initial|limit|step)|\(for iterator '/.exec(message);
  if (!loop) return undefined;
  const opener = here.find((index) =>
    outline.tokens[index]!.text === (loop[1] ? "=" : "in")
  );
  if (opener === undefined) return undefined;
  let start = opener + 1;
  for (let skip = LOOP_VALUES.indexOf(loop[1]!); skip > 0; skip--) {
    start = endOfExpression(outline, start) + 1;
  }
  return expressionAt(outline, start);
}

/** What `ipairs` and `pairs` were given, where it is nil: a loop has no name for it. */
function ofIterated({ outline, message, here }: Failure) {
  const isIterated = /^attempt to index a \w+ value$/.test(message) ||
    message.startsWith("bad argument #1 to 'for iterator'");
  if (!isIterated) return undefined;
  const call = callOf(outline, here, "ipairs") ??
    callOf(outline, here, "pairs");
  return call && argumentAt(outline, call, 0);
}

/** `index is nil`. */
function ofIndex({ outline, message, here }: Failure) {
  if (!/^(?:table )?index is (nil|NaN)/.test(message)) return undefined;
  const { tokens, partner } = outline;
  const open = here.find((index) =>
    tokens[index]!.text === "[" && tokens[partner[index]! + 1]?.text === "="
  );
  return open === undefined ? undefined : expressionAt(outline, open + 1);
}

/** `attempt to compare nil with number`. */
function ofOperator({ outline, message, here }: Failure) {
  const [, verb] = /^attempt to (\w+)/.exec(message) ?? [];
  if (verb === undefined || !Object.hasOwn(OPERATORS, verb)) return undefined;
  const sign = here.find((index) =>
    OPERATORS[verb]!.includes(outline.tokens[index]!.text)
  );
  return sign === undefined ? undefined : operationRange(outline, sign);
}

/** `attempt to call a nil value`. */
function ofCall({ outline, message, here }: Failure) {
  return message.startsWith("attempt to call")
    ? callOf(outline, here)?.range
    : undefined;
}

/** `module 'shard' not found`: the string in the call. */
function ofModule({ outline: { tokens }, message, here, quoted }: Failure) {
  if (!MODULE_MESSAGE.test(message)) return undefined;
  const name = here.find((index) =>
    tokens[index]!.kind === "string" &&
    quoted.includes(luaStringValue(tokens[index]!.text))
  );
  return name === undefined ? undefined : tokens[name];
}

/** The name that a profile does not have: `os`, `math.random`. */
function ofDeniedName({ outline: { tokens }, code, here, quoted }: Failure) {
  if (code !== "sandbox-denied") return undefined;
  const path = quoted[0]?.split(".") ?? [];
  const name = here.find((index) =>
    tokens[index]!.text === path[0] && tokens[index - 1]?.text !== "." ||
    tokens[index]!.text === path.at(-1)
  );
  return name === undefined ? undefined : tokens[name];
}

/** `bad argument #2 to 'rep' (number expected, got string)`. */
function ofBadArgument({ outline, message, here }: Failure) {
  const [, counted] = /^wrong number of arguments to '([^']*)'/.exec(message) ??
    [];
  if (counted !== undefined) return callOf(outline, here, counted)?.range;
  const [, position, name] =
    /^bad argument #(\d+) to '([^']*)'/.exec(message) ?? [];
  const call = name === undefined ? undefined : callOf(outline, here, name);
  return call && argumentAt(outline, call, Number(position) - 1);
}

/** "`compact.ratio` takes ...": the argument, or the field in its table. */
function ofHostFunction({ outline, message, here, quoted }: Failure) {
  // `tools.rules: rule 2` is a call of `tools.rules`.
  const name = quoted[0]?.split(":")[0]?.split(".").at(-1);
  if (name === undefined) return undefined;
  const call = callOf(outline, here, name) ??
    (/^`[^`]*` takes /.test(message) ? callOf(outline, here) : undefined);
  return call && refusedArgument(outline, call, message, quoted.slice(1));
}
