import type { LuaText } from "../../source/lua_text.ts";
import { countLineBreaks, type LuaToken } from "../../source/lua_tokens.ts";
import { endsOperand } from "../trace/expression_range.ts";
import type { ByteRange } from "../trace/trace_place.ts";
import type { KnownFailure } from "./failure_range.ts";

const NEAR = / near (?:'([^]*)'|<eof>)$/;
const STARTING = /\(starting at line (\d+)\)/;

/**
 * What a syntax error is about: the token that was not expected, or what cannot
 * be read at all.
 *
 * @param tokens the tokens up to where the source cannot be read on
 * @param stopped that place
 */
export function syntaxRange(
  text: LuaText,
  { message, line, token: failed }: KnownFailure,
  tokens: readonly LuaToken[],
  stopped: { readonly offset: number; readonly line: number } | undefined,
): ByteRange | undefined {
  const near = NEAR.exec(message);
  // What cannot be read at all: a sign, a string or a comment without an end.
  const unreadable = stopped &&
    (STARTING.test(message) || near?.[1] === undefined ||
      !tokens.some((token) => token.line === line && token.text === near[1]));
  if (unreadable) {
    const { bytes } = text;
    const sign = /[\xC0-\xFF][\x80-\xBF]*|[^]/y;
    sign.lastIndex = stopped.offset;
    const rest = bytes.slice(stopped.offset).split(/[\r\n]/, 1)[0]!;
    const end = /^["'\[-]/.test(rest)
      ? stopped.offset + rest.trimEnd().length
      : stopped.offset + sign.exec(bytes)![0].length;
    return { line: stopped.line, start: stopped.offset, end };
  }
  if (!near) return named(tokens, message, line);
  if (near[1] === undefined) {
    const at = text.lineStarts[line - 1] ?? text.bytes.length;
    const end = tokens.at(-1);
    if (isOpenEnded(end, message) || end?.text === ",") return end;
    const last = tokens.findLast((token) => token.line === line);
    const start = last?.end ?? at;
    return { line, start, end: start };
  }
  const [, word] = near;
  const indexes = tokens.flatMap((token, index) =>
    token.line + countLineBreaks(token.text) === line && token.text === word
      ? [index]
      : []
  );
  const closing = unmatched(tokens);
  const index = indexes.find((index) => index === failed) ??
    indexes.find((index) => index === closing) ??
    indexes.find((index) => isOdd(tokens[index - 1], tokens[index]!)) ??
    indexes[0];
  if (index === undefined) return undefined;
  // `# a remark` is the length of something.
  const remark = tokens.findIndex(({ text, line: at }, sign) =>
    at === line && text === "#" && sign < index &&
    [",", "{", "}", ";"].includes(tokens[sign - 1]?.text ?? "")
  );
  if (remark >= 0) return tokens[remark];
  const token = tokens[index]!;
  const before = tokens[index - 1];
  // `a && b`: the second sign is the one that was not expected.
  if (
    before?.end === token.start && SIGN_PAIRS.has(before.text + token.text)
  ) return { line, start: before.start, end: token.end };
  if (before && before.line < token.line) {
    if (isOpenEnded(before, message)) return before;
    if (before.text === "," && isInCall(tokens, index)) return before;
  }
  // `f("x",` without its `)`, and a field on the next line.
  const comma = tokens[index - 2];
  const isField = word === "=" && before?.kind === "name" &&
    comma?.text === "," && comma.line < before.line;
  if (isField && isInCall(tokens, index)) return comma;
  // `model: codex-oauth`: the colon made a method of what follows.
  if (message.startsWith("function arguments expected")) {
    const colon = tokens.slice(0, index).findLast(({ text }) => text === ":");
    if (colon?.line === token.line) return colon;
  }
  // `try {`: Lua reads a call with a table where a block was meant.
  const called = tokens.findLast(({ text }, at) =>
    at < index && TRIES.has(text) && tokens[at + 1]?.text === "{"
  );
  if (called) return called;
  // `model: "x"`: the colon made a call of it.
  return before?.text === ":" && message.startsWith("<name> expected")
    ? before
    : token;
}

/** Operators of two signs that Lua does not have. */
const SIGN_PAIRS: ReadonlySet<string> = new Set([
  ...["&&", "||", "=>", "->", "++", "<>", "===", ".="],
]);
/** What other languages begin the parts of a `try` with. */
export const TRIES: ReadonlySet<string> = new Set(["try", "catch", "finally"]);

/** Whether a line ends with an operator that wants a value: `x =`. */
function isOpenEnded(before: LuaToken | undefined, message: string): boolean {
  return before?.kind === "operator" && message.startsWith("unexpected") &&
    !endsOperand(before) && !"([{,;".includes(before.text);
}

const CLOSERS: Readonly<Record<string, string>> = {
  "(": ")",
  "[": "]",
  "{": "}",
};

/** What is open before a token, innermost last; nothing behind one that fits nothing. */
function openBefore(
  tokens: readonly LuaToken[],
  end: number,
): { readonly open: readonly string[]; readonly unmatched?: number } {
  const open: string[] = [];
  for (let index = 0; index < end; index++) {
    const { text, kind } = tokens[index]!;
    if (kind !== "operator") continue;
    if (Object.hasOwn(CLOSERS, text)) open.push(CLOSERS[text]!);
    else if (")]}".includes(text) && open.pop() !== text) {
      return { open, unmatched: index };
    }
  }
  return { open };
}

/** The first closing bracket that closes nothing. */
function unmatched(tokens: readonly LuaToken[]): number | undefined {
  return openBefore(tokens, tokens.length).unmatched;
}

/** Whether a token stands between the parentheses of a call. */
function isInCall(tokens: readonly LuaToken[], index: number): boolean {
  return openBefore(tokens, index).open.at(-1) === ")";
}

/** Whether the second of two tokens can hardly follow the first. */
function isOdd(before: LuaToken | undefined, token: LuaToken): boolean {
  if (!before) return false;
  const { kind, text } = token;
  if (kind === "name" || kind === "number") return endsOperand(before);
  if (kind === "string") return before.kind === "number" || before.text === ":";
  if (text === "=") {
    return before.kind !== "name" && before.text !== "]" && before.text !== ">";
  }
  return kind === "operator" && before.kind === "operator" &&
    !endsOperand(before) && !"-#~({".includes(text);
}

/** A name that a message without `near` has in quotes. */
function named(
  tokens: readonly LuaToken[],
  message: string,
  line: number,
): ByteRange | undefined {
  const [, quoted] = /'([^']*)'/.exec(message) ?? [];
  const name = quoted ?? (message.startsWith("break ") ? "break" : undefined);
  const [, told] = / at line (\d+)/.exec(message) ?? [];
  const at = told === undefined ? line : Number(told);
  return tokens.find((token) => token.line === at && token.text === name);
}
