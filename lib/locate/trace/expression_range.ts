import type { LuaOutline } from "./lua_outline.ts";
import type { LuaToken } from "../../source/lua_tokens.ts";
import type { ByteRange } from "./trace_place.ts";

const ENDS_EXPRESSION: ReadonlySet<string> = new Set([
  ",",
  ";",
  "::",
  ")",
  "]",
  "}",
  "=",
]);
const OPERATOR_WORDS: ReadonlySet<string> = new Set(["and", "or", "not"]);
const OPERAND_WORDS: ReadonlySet<string> = new Set([
  "nil",
  "true",
  "false",
  "function",
]);

/**
 * The index behind the last token of the expression that begins at a token of
 * a valid program.
 */
export function endOfExpression(
  { tokens, partner }: LuaOutline,
  start: number,
): number {
  /** Whether what was read so far is an expression that could end here. */
  let complete = false;
  let index = start;
  for (; index < tokens.length; index++) {
    const { kind, text } = tokens[index]!;
    if (ENDS_EXPRESSION.has(text)) break;
    const operator = OPERATOR_WORDS.has(text) ||
      kind === "operator" && text !== "...";
    if (kind === "keyword" && !operator && !OPERAND_WORDS.has(text)) break;
    // Two operands in a row: the second begins the next statement. But a
    // string or a bracket after an operand goes on with it: a call, an index.
    if (complete && !operator && kind !== "string") break;
    complete = !operator;
    if (partner[index]! > index) {
      index = partner[index]!;
      complete = true;
    }
  }
  return index;
}

const OPERAND_ENDS: ReadonlySet<string> = new Set([
  ...[")", "]", "}", "end", "nil", "true", "false"],
]);

/** Whether an operand may end with a token. */
export function endsOperand({ kind, text }: LuaToken): boolean {
  return kind === "name" || kind === "string" || kind === "number" ||
    OPERAND_ENDS.has(text);
}

/** The bytes of one token. */
export function rangeOfToken({ line, start, end }: LuaToken): ByteRange {
  return { line, start, end };
}

/**
 * The bytes from one token up to another, without what stands on later lines.
 *
 * @param end the index behind the last token
 */
export function rangeOfTokens(
  { tokens, lastOfLine }: LuaOutline,
  start: number,
  end: number,
): ByteRange {
  const first = tokens[start]!;
  const last = Math.max(start, Math.min(end - 1, lastOfLine[first.line]!));
  return { line: first.line, start: first.start, end: tokens[last]!.end };
}
