import type { LuaToken } from "../../source/lua_tokens.ts";
import { endsOperand } from "../failure/syntax_range.ts";
import { literalAdvice } from "./literal_advice.ts";
import {
  type FailedSource,
  type LuaAdvice,
  replaceToken,
} from "./lua_advice.ts";
import { nameAdvice } from "./name_advice.ts";

type Advise = (source: FailedSource) => LuaAdvice | undefined;

/** The first that knows what was meant answers. */
const ADVICE: readonly Advise[] = [
  ofEncoding,
  ofForeignSign,
  ofQuotationMark,
  ofEscape,
  ofAssigningOperator,
  ofComment,
  ofLogicalOperator,
  ofColon,
  ofQuotedKey,
  ofArrow,
  ofComparison,
  nameAdvice,
  literalAdvice,
  ofTry,
  ofContinue,
  ofDeclaration,
  ofElseIf,
  ofBrace,
  ofMissingComma,
  ofCommaTooMany,
  ofMissingValue,
  ofBehindReturn,
  ofExtraEnd,
  ofUnfinished,
];

/** What to write in Lua in place of what it cannot read. */
export function syntaxAdvice(source: FailedSource): LuaAdvice | undefined {
  for (const advise of ADVICE) {
    const advice = advise(source);
    if (advice) return advice;
  }
}

/** A file that an editor or PowerShell wrote in another encoding. */
function ofEncoding({ text: { bytes } }: FailedSource): LuaAdvice | undefined {
  return /^(?:\xFF\xFE|\xFE\xFF)/.test(bytes)
    ? { help: "the file is written in UTF-16: save it as UTF-8" }
    : undefined;
}

/** The bytes of the source from the failure on. */
function rest({ text, range }: FailedSource): string {
  return text.bytes.slice(range.start, range.start + 200);
}

/** A name in front, as it can be repeated: a secret is no name. */
function nameOf(token: LuaToken | undefined): string | undefined {
  return token?.kind === "name" && token.text.length <= 40
    ? token.text
    : undefined;
}

const FULL_WIDTH: Readonly<Record<string, string>> = {
  "\xEF\xBC\x8C": ",",
  "\xEF\xBC\x9B": ";",
  "\xEF\xBC\x9A": "=",
  "\xEF\xBC\x88": "(",
  "\xEF\xBC\x89": ")",
  "\xEF\xBC\x9D": "=",
  "\xEF\xBD\x9B": "{",
  "\xEF\xBD\x9D": "}",
  "\xE3\x80\x81": ",",
};
const INVISIBLE: Readonly<Record<string, string>> = {
  "\xC2\xA0": " ",
  "\xE2\x80\x8B": "",
  "\xE2\x80\x8C": "",
  "\xE2\x80\x8D": "",
  "\xE2\x80\xA8": " ",
  "\xE2\x80\xAF": " ",
  "\xE3\x80\x80": " ",
  "\xEF\xBB\xBF": "",
};

/** A sign that is in no Lua program: `!`, `?`, a full-width comma. */
function ofForeignSign(source: FailedSource): LuaAdvice | undefined {
  const { range } = source;
  const bytes = rest(source);
  const { line, start } = range;
  if (bytes.startsWith("!=")) {
    return {
      help: 'Lua writes `~=` for "not equal"',
      edits: [{ line, start, end: start + 2, text: "~=" }],
    };
  }
  if (bytes.startsWith("!")) {
    return {
      help: "Lua writes `not` in place of `!`",
      edits: [{ line, start, end: start + 1, text: "not " }],
    };
  }
  if (bytes.startsWith("?")) {
    return {
      help: "Lua has no `a ? b : c`: write `a and b or c`, or an `if`",
    };
  }
  if (bytes.startsWith("`")) {
    return {
      help: "Lua writes strings in `\"`, `'` or `[[`, and joins texts with " +
        '`..`: `"a-" .. name`',
    };
  }
  if (bytes.startsWith("@") || bytes.startsWith("$")) {
    return { help: `Lua has no \`${bytes[0]}\`` };
  }
  for (const [sign, text] of Object.entries(FULL_WIDTH)) {
    if (bytes.startsWith(sign)) {
      return {
        help: `this is a full-width sign: write \`${text}\``,
        edits: [{ line, start, end: start + sign.length, text }],
      };
    }
  }
  for (const [sign, text] of Object.entries(INVISIBLE)) {
    if (bytes.startsWith(sign)) {
      return {
        help: "an invisible character stands here: write an ordinary space",
        edits: [{ line, start, end: start + sign.length, text }],
      };
    }
  }
}

const MARKS = /\xE2\x80[\x9C-\x9F]|\xC2[\xAB\xBB]/g;
const SINGLE_MARK = /^\xE2\x80[\x98-\x9B]/;

/** Typographic quotation marks. */
function ofQuotationMark(source: FailedSource): LuaAdvice | undefined {
  const { text, range } = source;
  const bytes = rest(source);
  const help =
    'these are typographic quotation marks: write straight quotes `"`';
  if (SINGLE_MARK.test(bytes)) return { help };
  MARKS.lastIndex = 0;
  if (MARKS.exec(bytes)?.index !== 0) return undefined;
  const end = text.lineStarts[range.line] ?? text.bytes.length;
  const line = text.bytes.slice(range.start, end);
  MARKS.lastIndex = 0;
  const marks = [...line.matchAll(MARKS)];
  // A straight quote inside would end the string early.
  const sure = marks.length % 2 === 0 && !line.includes('"');
  return {
    help,
    ...sure && {
      edits: marks.map(({ 0: mark, index }) => ({
        line: range.line,
        start: range.start + index,
        end: range.start + index + mark.length,
        text: '"',
      })),
    },
  };
}

/** `invalid escape sequence '\s'`: a path of Windows in quotes. */
function ofEscape(source: FailedSource): LuaAdvice | undefined {
  const { failure, text, range } = source;
  if (
    !/invalid escape sequence|hexadecimal digit expected|missing '\{'/.test(
      failure.message,
    )
  ) {
    return undefined;
  }
  const help =
    "a backslash in quotes begins an escape: write `/` in paths, or the backslash twice (`\\\\`)";
  const quoted = /^(["'])((?:[^\\"'\r\n]|\\[^"'\r\n])*)\1/.exec(
    text.bytes.slice(range.start),
  );
  // Only where nothing but a path can be meant.
  if (!quoted || !/^[\w.\\ -]+$/.test(quoted[2]!)) return { help };
  const end = range.start + quoted[0].length;
  return {
    help,
    edits: [{
      line: range.line,
      start: range.start,
      end,
      text: quoted[0].replace(/\\+/g, "/"),
    }],
  };
}

/** `n += 1`, `n++`. */
function ofAssigningOperator(source: FailedSource): LuaAdvice | undefined {
  const { tokens, at } = source;
  const [, sign] = /^(\+|-|\*|\/\/?|%|\^|\.\.)=/.exec(rest(source)) ?? [];
  const before = tokens[at - 1];
  if (sign !== undefined && before && endsOperand(before)) {
    const name = nameOf(before);
    const written = name ?? "n";
    const help =
      `Lua has no \`${sign}=\`: write \`${written} = ${written} ${sign} …\``;
    const equals = tokens.findIndex(({ start }, index) =>
      index > at && start >= tokens[at]!.start + sign.length
    );
    const value = tokens[equals + 1]!;
    const following = tokens[equals + 2];
    const { line, start } = tokens[at]!;
    const statement = at === 1 || tokens[at - 2]!.line < line ||
      ["then", "do", "else"].includes(tokens[at - 2]!.text);
    const single = value?.line === line && value.kind !== "operator" &&
      (!following || following.line > line || following.text === "end");
    return name !== undefined && statement && single
      ? {
        help,
        edits: [{
          line,
          start,
          end: start + sign.length + 1,
          text: `= ${name} ${sign}`,
        }],
      }
      : { help };
  }
  if (rest(source).startsWith("++") && before?.kind === "name") {
    const name = nameOf(before) ?? "n";
    return { help: `Lua has no \`++\`: write \`${name} = ${name} + 1\`` };
  }
}

/** A remark in the manner of another language: `//`, `#`, or C's of several lines. */
function ofComment(source: FailedSource): LuaAdvice | undefined {
  const { tokens, at, range } = source;
  const bytes = rest(source);
  const before = tokens[at - 1];
  if (before && endsOperand(before) && before.line === range.line) {
    return undefined;
  }
  const help = "a comment begins with `--` in Lua";
  const [sign] = /^(?:\/\/|#)/.exec(bytes) ?? [];
  if (sign !== undefined) {
    const { line, start } = range;
    return {
      help,
      edits: [{ line, start, end: start + sign.length, text: "--" }],
    };
  }
  if (bytes.startsWith("/*")) {
    return { help: `${help}; one of several lines is \`--[[ … ]]\`` };
  }
}

/** `a && b`, `a || b`. */
function ofLogicalOperator(source: FailedSource): LuaAdvice | undefined {
  const { line, start } = source.range;
  for (const [sign, word] of [["&&", "and"], ["||", "or"]] as const) {
    if (!rest(source).startsWith(sign)) continue;
    return {
      help: `Lua writes \`${word}\` in place of \`${sign}\``,
      edits: [{ line, start, end: start + 2, text: word }],
    };
  }
}

/** `model: "x"`, `"model": "x"`. */
function ofColon({ tokens, at }: FailedSource): LuaAdvice | undefined {
  const colon = tokens[at];
  if (colon?.text !== ":") return undefined;
  const before = tokens[at - 1];
  const help = 'a field is written with `=` in Lua, as `model = "…"`';
  if (before?.kind === "name") {
    const equals = tokens[at + 1];
    if (equals?.text === "=" && equals.start === colon.end) {
      return {
        help: "Lua writes `=` in place of `:=`",
        edits: [replaceToken(colon, "")],
      };
    }
    const declared = tokens[at - 2]?.text === "local";
    return declared
      ? {
        help: "Lua has no types behind a name: leave the `:` and the type out",
      }
      : { help, edits: [replaceToken(colon, " =")] };
  }
  if (before?.kind !== "string") return { help };
  const key = bareKey(before);
  return {
    help,
    edits: [replaceToken(before, key), replaceToken(colon, " =")],
  };
}

/** A key in quotes, as it is written in Lua. */
function bareKey({ text }: LuaToken): string {
  const name = text.slice(1, -1);
  return /^[A-Za-z_]\w*$/.test(name) && !/^\[/.test(text) ? name : `[${text}]`;
}

/** `"model" = "x"`. */
function ofQuotedKey({ tokens, at }: FailedSource): LuaAdvice | undefined {
  const before = tokens[at - 1];
  if (tokens[at]?.text !== "=" || before?.kind !== "string") return undefined;
  const key = bareKey(before);
  const help = key.startsWith("[")
    ? 'a name in quotes stands in brackets: `["…"] = `'
    : `a name in quotes stands in brackets, \`["${key}"] =\`, or without quotes: \`${key} =\``;
  return { help, edits: [replaceToken(before, key)] };
}

/** `model => "x"`, `() => x`. */
function ofArrow(source: FailedSource): LuaAdvice | undefined {
  const bytes = rest(source);
  if (!bytes.startsWith("=>") && !bytes.startsWith("->")) return undefined;
  const { tokens, at, range: { line, start } } = source;
  const isField = tokens[at - 1]?.kind === "name" &&
    "{,;".includes(tokens[at - 2]?.text ?? "");
  return {
    help:
      "a field is written with `=`, and a function as `function(x) return … end`",
    ...isField && { edits: [{ line, start, end: start + 2, text: "=" }] },
  };
}

/** `if a = b then`. */
function ofComparison(
  { tokens, at, failure }: FailedSource,
): LuaAdvice | undefined {
  if (
    tokens[at]?.text !== "=" || !/'(?:then|do)' expected/.test(failure.message)
  ) {
    return undefined;
  }
  return {
    help: "a comparison is written with `==`",
    edits: [replaceToken(tokens[at], "==")],
  };
}

const TRIES: ReadonlySet<string> = new Set(["try", "catch", "finally"]);

/** `try { ... }`. */
function ofTry({ tokens, at }: FailedSource): LuaAdvice | undefined {
  return TRIES.has(tokens[at]?.text ?? "")
    ? {
      help:
        "Lua has no `try`: write `local ok, result = pcall(function() … end)`",
    }
    : undefined;
}

/** `continue`. */
function ofContinue({ tokens, at }: FailedSource): LuaAdvice | undefined {
  const near = [tokens[at], tokens[at - 1]].find((token) =>
    token?.kind === "name" && token.text === "continue"
  );
  return near && {
    help:
      "Lua has no `continue`: write `goto continue`, and `::continue::` before the loop's `end`",
  };
}

const DECLARATIONS: ReadonlySet<string> = new Set([
  "const",
  "let",
  "var",
  "val",
]);
const FUNCTIONS: ReadonlySet<string> = new Set(["def", "func", "fn", "fun"]);

/** `const x = 1`, `def f()`. */
function ofDeclaration({ tokens, at }: FailedSource): LuaAdvice | undefined {
  const before = tokens[at - 1];
  if (tokens[at]?.kind !== "name" || before?.kind !== "name") return undefined;
  if (DECLARATIONS.has(before.text)) {
    return {
      help: `a variable is declared with \`local\` in Lua: \`local ${
        tokens[at].text
      } = …\``,
      edits: [replaceToken(before, "local")],
    };
  }
  if (FUNCTIONS.has(before.text)) {
    return {
      help: "a function is written `local function name(…) … end` in Lua",
    };
  }
}

const ELSE_IF_WORDS: ReadonlySet<string> = new Set(["elif", "elsif", "elseif"]);

/** `elif`, and `else if`, which opens a second `if`. */
function ofElseIf(
  { tokens, at, failure }: FailedSource,
): LuaAdvice | undefined {
  const word = [tokens[at], tokens[at - 1]].find((token) =>
    token?.kind === "name" && ELSE_IF_WORDS.has(token.text)
  );
  const help = "Lua writes `elseif`, in one word";
  if (word) return { help, edits: [replaceToken(word, "elseif")] };
  if (!/'end' expected/.test(failure.message)) return undefined;
  const pairs = tokens.flatMap((token, index) =>
    token.text === "else" && tokens[index + 1]?.text === "if" &&
      tokens[index + 1]!.line === token.line
      ? [{ ...token, end: tokens[index + 1]!.end }]
      : []
  );
  if (pairs.length !== 1) return undefined;
  return {
    help: `${help}: \`else if\` on line ${
      pairs[0]!.line
    } needs an \`end\` of its own`,
    edits: [replaceToken(pairs[0]!, "elseif")],
  };
}

/** `if a == 1 { ... }`. */
function ofBrace({ tokens, at, failure }: FailedSource): LuaAdvice | undefined {
  const [, word] = /'(then|do)' expected/.exec(failure.message) ?? [];
  if (word === undefined) return undefined;
  const brace = tokens[at]?.text === "{" || tokens[at - 1]?.text === "}" ||
    tokens[at]?.text === "}";
  return brace
    ? { help: `a block is written \`${word} … end\` in Lua, without braces` }
    : { help: `\`${word}\` is missing before this` };
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
  const name = nameOf(token);
  return {
    help: name === undefined
      ? "a comma is missing before this"
      : `a comma is missing before \`${name}\``,
    edits: [{
      line: lastLine(before),
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
    return here.text === ","
      ? { help: "a `)` is missing before this" }
      : { help: `a value is missing behind this \`${here.text}\`` };
  }
  return ends && before.kind === "operator" && !endsOperand(before)
    ? { help: `a value is missing behind the \`${before.text}\` before this` }
    : undefined;
}

/** The line that a token ends on: strings run over line ends. */
function lastLine({ line, text }: LuaToken): number {
  return line + (text.match(/\r\n|\n\r|[\r\n]/g)?.length ?? 0);
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
function ofUnfinished({ failure, range }: FailedSource): LuaAdvice | undefined {
  const [, closer, opener, line] =
    /'([^']+)' expected \(to close '([^']+)' at line (\d+)\)/.exec(
      failure.message,
    ) ?? [];
  if (closer !== undefined) {
    return {
      help: `the \`${opener}\` on line ${line} has no \`${closer}\``,
    };
  }
  if (/^unfinished (?:long )?comment/.test(failure.message)) {
    return { help: "the comment that begins here has no `]]`" };
  }
  if (/^unfinished string/.test(failure.message)) {
    return {
      help: "the string that begins here has no closing quote on its line",
    };
  }
  const [, open] = /'([)\]}])' expected/.exec(failure.message) ?? [];
  return open === undefined || range.line < 1
    ? undefined
    : { help: `a \`${open}\` is missing before this` };
}
