import { countLineBreaks, type LuaToken } from "../../source/lua_tokens.ts";
import { endsOperand } from "../trace/expression_range.ts";
import {
  type FailedSource,
  type LuaAdvice,
  replaceToken,
  shownName,
} from "./lua_advice.ts";

/** What is missing, or there once too often: a comma, a value, an `end`, a closing sign. */
export function balanceAdvice(source: FailedSource): LuaAdvice | undefined {
  return ofWrongCloser(source) ??
    ofMissingComma(source) ??
    ofCommaTooMany(source) ??
    ofMissingValue(source) ??
    ofBehindReturn(source) ??
    ofExtraEnd(source) ??
    ofUnfinished(source);
}

const CLOSERS: Readonly<Record<string, string>> = {
  "(": ")",
  "[": "]",
  "{": "}",
};

/** The index of the bracket that is open before a token; -1 where none is. */
function openBefore(tokens: readonly LuaToken[], at: number): number {
  let open = at - 1;
  for (let depth = 0; open >= 0; open--) {
    const { text } = tokens[open]!;
    if (")]}".includes(text)) depth++;
    else if (Object.hasOwn(CLOSERS, text) && depth-- === 0) break;
  }
  return open;
}

/** `{ a = 1 )`. */
function ofWrongCloser({ tokens, at }: FailedSource): LuaAdvice | undefined {
  const closer = tokens[at];
  if (closer === undefined || !")]}".includes(closer.text)) return undefined;
  const open = tokens[openBefore(tokens, at)];
  const wanted = open && CLOSERS[open.text];
  return wanted === undefined || wanted === closer.text ? undefined : {
    help: `write \`${wanted}\`: it closes the \`${open!.text}\` on line ${
      open!.line
    }`,
  };
}

/** Two operands in a row between braces. */
function ofMissingComma(
  { tokens, at, failure }: FailedSource,
): LuaAdvice | undefined {
  const token = tokens[at];
  const before = tokens[at - 1];
  if (!token || !before || !/'\}' expected/.test(failure.message)) {
    return undefined;
  }
  const begins = token.kind === "name" || token.kind === "string" ||
    token.kind === "number" || token.text === "{" || token.text === "[";
  if (!begins || !endsOperand(before)) return undefined;
  const name = shownName(token);
  return {
    help: name === undefined
      ? "a comma is missing before this"
      : `a comma is missing before \`${name}\``,
    edits: [{
      line: before.line + countLineBreaks(before.text),
      start: before.end,
      end: before.end,
      text: ",",
    }],
  };
}

/** `{ a, , b }`. */
function ofCommaTooMany({ tokens, at }: FailedSource): LuaAdvice | undefined {
  const token = tokens[at];
  const before = tokens[at - 1]?.text;
  if (token?.text !== "," || (before !== "," && before !== "{")) {
    return undefined;
  }
  return {
    help: "there is a comma too many",
    edits: [replaceToken(token, "")],
  };
}

const CLOSING: ReadonlySet<string> = new Set([
  ",",
  ";",
  ")",
  "]",
  "}",
  "end",
  "then",
  "do",
  "else",
  "elseif",
  "until",
  "local",
  "return",
  "if",
  "for",
  "while",
]);

/** `x =` and nothing behind it. */
function ofMissingValue(
  { tokens, at, failure }: FailedSource,
): LuaAdvice | undefined {
  const before = tokens[at - 1];
  if (!/^unexpected symbol/.test(failure.message) || !before) return undefined;
  const ends = at >= 0 ? CLOSING.has(tokens[at]?.text ?? "") : true;
  // The range is the operator itself where the line ends with it.
  const here = tokens[at];
  const isNear = failure.message.endsWith(` near '${here?.text}'`);
  if (here?.kind === "operator" && !endsOperand(here) && !isNear) {
    const isLast = failure.message.endsWith("near <eof>");
    return here.text === ","
      ? {
        help: isLast
          ? "nothing follows this `,`: leave it out"
          : "a `)` is missing before this",
      }
      : { help: `a value is missing behind this \`${here.text}\`` };
  }
  return ends && before.kind === "operator" && !endsOperand(before)
    ? { help: `a value is missing behind the \`${before.text}\` before this` }
    : undefined;
}

/** Statements behind a `return`. */
function ofBehindReturn(
  { tokens, at, failure }: FailedSource,
): LuaAdvice | undefined {
  if (!/<eof>'? expected/.test(failure.message)) return undefined;
  const returned = tokens.slice(0, at).some(({ text }) => text === "return");
  return tokens[at]?.text !== "end" && returned
    ? { help: "`return` ends the file: nothing may stand behind it" }
    : undefined;
}

/** An `end` too many. */
function ofExtraEnd(
  { tokens, at, failure }: FailedSource,
): LuaAdvice | undefined {
  return tokens[at]?.text === "end" && /<eof>'? expected/.test(failure.message)
    ? { help: "this `end` closes nothing: there is one too many" }
    : undefined;
}

/** What is opened and not closed. */
function ofUnfinished(
  { failure, range, tokens, at }: FailedSource,
): LuaAdvice | undefined {
  const [, closer, opener, line] =
    /'([^']+)' expected \(to close '([^']+)' at line (\d+)\)/.exec(
      failure.message,
    ) ?? [];
  if (closer !== undefined) {
    if (isListInParentheses(tokens, at)) return { help: LIST };
    return {
      help: `the \`${opener}\` on line ${line} has no \`${closer}\``,
    };
  }
  if (/^unfinished (?:long )?comment/.test(failure.message)) {
    return { help: "the comment that begins here has no `]]`" };
  }
  if (/^unfinished long string/.test(failure.message)) {
    return { help: "the string that begins here has no `]]`" };
  }
  if (/^unfinished string/.test(failure.message)) {
    return {
      help: "the string that begins here has no closing quote on its line",
    };
  }
  if (isListInParentheses(tokens, at)) return { help: LIST };
  const [, open] = /'([)\]}])' expected/.exec(failure.message) ?? [];
  return open === undefined || range.line < 1
    ? undefined
    : { help: `a \`${open}\` is missing before this` };
}

const LIST =
  "parentheses hold one value in Lua: a list is written in braces, `{ … }`";

/** `("A", "B")`, and no call before it. */
function isListInParentheses(tokens: readonly LuaToken[], at: number): boolean {
  if (tokens[at]?.text !== ",") return false;
  const open = openBefore(tokens, at);
  const before = tokens[open - 1];
  return tokens[open]?.text === "(" && before !== undefined &&
    !endsOperand(before);
}
