import { type FailedSource, type LuaAdvice, textFrom } from "./lua_advice.ts";

/**
 * Signs that are in no Lua program: those of another encoding, `!`, typographic
 * quotation marks, a backslash before any letter.
 */
export function signAdvice(source: FailedSource): LuaAdvice | undefined {
  return ofEncoding(source) ??
    ofForeignSign(source) ??
    ofQuotationMark(source) ??
    ofEscape(source);
}

/** A file that an editor or PowerShell wrote in another encoding. */
function ofEncoding({ text: { bytes } }: FailedSource): LuaAdvice | undefined {
  return /^(?:\xFF\xFE|\xFE\xFF)/.test(bytes)
    ? { help: "the file is written in UTF-16: save it as UTF-8" }
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
  const bytes = textFrom(source);
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
  const bytes = textFrom(source);
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
