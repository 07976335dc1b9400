import { endOfExpression, endsOperand } from "../trace/expression_range.ts";
import type { LuaOutline } from "../trace/lua_outline.ts";
import type { ByteRange } from "../trace/trace_place.ts";

/** An operator with the operands beside it. */
export function operationRange(outline: LuaOutline, at: number): ByteRange {
  const { tokens, partner } = outline;
  const first = tokens[startOfOperand(outline, at - 1)]!;
  const last = tokens[Math.max(at + 1, partner[at + 1] ?? -1)] ?? tokens[at]!;
  return {
    line: first.line,
    start: first.start,
    end: last.line === first.line ? last.end : tokens[at]!.end,
  };
}

/** The index of the first token of the operand that ends with a token. */
export function startOfOperand(
  { tokens, partner }: LuaOutline,
  end: number,
): number {
  let start = Math.max(0, end);
  while (start > 0) {
    if (partner[start]! >= 0 && partner[start]! < start) {
      start = partner[start]!;
    }
    const before = tokens[start - 1];
    if (!before) break;
    const { text } = tokens[start]!;
    if (before.text === "." || before.text === ":") start -= 2;
    else if ((text === "(" || text === "[") && endsOperand(before)) start--;
    else break;
  }
  return Math.max(0, start);
}

/** The expression that begins at a token, up to the end of its first line. */
export function expressionAt(outline: LuaOutline, start: number): ByteRange {
  const { tokens } = outline;
  const first = tokens[start]!;
  const last = tokens[endOfExpression(outline, start) - 1] ?? first;
  return {
    line: first.line,
    start: first.start,
    end: last.line === first.line ? last.end : first.end,
  };
}
