import {
  endOfExpression,
  rangeOfToken,
  rangeOfTokens,
} from "./expression_range.ts";
import { isInBlock, type LuaOutline } from "./lua_outline.ts";
import type { LocalReads } from "./local_reads.ts";
import {
  type ExpressionSource,
  readExpressionSource,
  readFieldRead,
} from "./read_source.ts";
import { literalKey } from "./table_fields.ts";
import type { FieldRanges } from "./trace_place.ts";

/** A statement's assignment to a field, such as `worker.reasoning = "high"`. */
export interface FieldAssignment {
  /** The offset of the statement's first byte. */
  readonly statement: number;
  /** Lua text of the table that is assigned to, on one line. */
  readonly table: string;
  /** Lua text of a key that is a literal, or where a computed one stands. */
  readonly key: string | {
    readonly start: number;
    readonly end: number;
    /** Lua text of the table and the key that it is read from. */
    readonly read?: string | undefined;
  };
  readonly field: FieldRanges;
  readonly value: ExpressionSource & {
    /** Whether it is a variable that a loop sets. */
    readonly inLoop?: boolean;
  };
}

/** `name.name[key]`, as indexes of tokens. */
interface Target {
  readonly head: number;
  /** The last `.` or `[`; absent for a plain variable. */
  readonly last?: number;
}

/**
 * The assignments to fields that one `=` token makes: one, or several for
 * `a.x, a.y = 1, 2`. Tables that are reached through a call are left out:
 * naming them again would call again.
 *
 * @param equals the index of a `=`
 * @param locals the local variables that stand for a field
 */
export function readFieldAssignments(
  outline: LuaOutline,
  equals: number,
  locals: LocalReads,
): readonly FieldAssignment[] {
  const { tokens } = outline;
  if (!isInBlock(outline, equals) || equals + 1 === tokens.length) return [];
  const targets: Target[] = [];
  let end = equals;
  while (true) {
    const target = readTarget(outline, end);
    if (!target) return [];
    targets.push(target);
    end = target.head - 1;
    if (tokens[end]?.text !== ",") break;
  }
  if (tokens[end]?.text === "local" || tokens[end]?.text === "for") return [];

  targets.reverse();

  const assignments: FieldAssignment[] = [];
  let value = equals + 1;
  let valueEnd = endOfExpression(outline, value);
  for (const [position, { head, last }] of targets.entries()) {
    const targetEnd = position + 1 < targets.length
      ? targets[position + 1]!.head - 1
      : equals;
    if (last !== undefined) {
      const keyEnd = tokens[last]!.text === "[" ? targetEnd - 1 : targetEnd;
      const key = readKey(outline, last, keyEnd);
      const table = textOfTokens(outline, head, last);
      if (key !== undefined && table !== undefined) {
        const source = readExpressionSource(outline, value, valueEnd, locals);
        const inLoop = source.kind === "variable" &&
          isLoopVariable(outline, value);
        assignments.push({
          statement: tokens[targets[0]!.head]!.start,
          table,
          key,
          field: {
            key: rangeOfToken(tokens[last + 1]!),
            value: rangeOfTokens(outline, value, valueEnd),
          },
          value: inLoop ? { ...source, inLoop } : source,
        });
      }
    }
    // With fewer values than targets the last one, a call, gives the rest.
    if (tokens[valueEnd]?.text === ",") {
      value = valueEnd + 1;
      valueEnd = endOfExpression(outline, value);
    }
  }
  return assignments;
}

/** The key of a target: a literal's text, or where a computed one stands. */
function readKey(
  outline: LuaOutline,
  last: number,
  end: number,
): FieldAssignment["key"] | undefined {
  const { tokens } = outline;
  if (tokens[last]!.text === ".") return `"${tokens[last + 1]!.text}"`;
  if (literalKey(tokens.slice(last + 1, end)) !== undefined) {
    return textOfTokens(outline, last + 1, end);
  }
  return {
    start: tokens[last]!.end,
    end: tokens[end]!.start,
    read: readFieldRead(outline, last + 1, end),
  };
}

/** Whether a loop around a name sets it: `for key, value in ...`. */
export function isLoopVariable(
  { tokens, around, loopNames }: LuaOutline,
  index: number,
): boolean {
  for (let at = around[index]!; at >= 0; at = around[at]!) {
    if (tokens[at]!.text === "function") return false;
    if (loopNames.get(at)?.has(tokens[index]!.text)) return true;
  }
  return false;
}

/** Reads a variable or field backwards from the token behind it. */
function readTarget(outline: LuaOutline, end: number): Target | undefined {
  const { tokens, partner } = outline;
  let index = end - 1;
  let last: number | undefined;
  while (index >= 0) {
    if (tokens[index]!.text === "]") {
      const open = partner[index]!;
      // The last key is evaluated where it stands, the others once more.
      if (last !== undefined && !isFreeOfCalls(outline, open + 1, index)) {
        return undefined;
      }
      last ??= open;
      index = open - 1;
    } else if (tokens[index]!.kind !== "name") {
      return undefined;
    } else if (tokens[index - 1]?.text === ".") {
      last ??= index - 1;
      index -= 2;
    } else {
      return { head: index, ...last !== undefined && { last } };
    }
  }
  return undefined;
}

/** Whether the expression can be evaluated twice: variables, constants, operators. */
function isFreeOfCalls(
  { tokens }: LuaOutline,
  start: number,
  end: number,
): boolean {
  for (let index = start; index < end; index++) {
    const { kind, text } = tokens[index]!;
    if (text === "(" || text === "{" || text === "function" || text === "...") {
      return false;
    }
    const before = tokens[index - 1]!;
    const called = before.kind === "name" || before.kind === "string" ||
      before.text === "]";
    if (kind === "string" && called) return false;
  }
  return true;
}

/** The text of tokens on one line; `undefined` when a token holds a line end. */
function textOfTokens(
  { tokens }: LuaOutline,
  start: number,
  end: number,
): string | undefined {
  const text = tokens.slice(start, end).map((token) => token.text).join(" ");
  return /[\r\n]/.test(text) ? undefined : text;
}
