import { decodeBytes } from "../../source/lua_string_value.ts";
import { endsOperand } from "../trace/expression_range.ts";
import {
  DASH,
  FOREIGN_SIGNS,
  INVISIBLE,
  LOOK_ALIKES,
} from "./foreign_signs.ts";
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

/** A sign that is in no Lua program: `!`, `?`, a full-width comma. */
function ofForeignSign(source: FailedSource): LuaAdvice | undefined {
  const { range } = source;
  const bytes = textFrom(source);
  const { line, start } = range;
  const [unequal] = /^!==?/.exec(bytes) ?? [];
  if (unequal !== undefined) {
    return {
      help: 'Lua writes `~=` for "not equal"',
      edits: [{ line, start, end: start + unequal.length, text: "~=" }],
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
  return ofOtherCharacter(source);
}

/** A character that no name and no sign of Lua has. */
function ofOtherCharacter(source: FailedSource): LuaAdvice | undefined {
  const { range: { line, start } } = source;
  const character = firstCharacter(textFrom(source));
  if (character === undefined || QUOTATION_MARK.test(character.text)) return;
  const { text, bytes } = character;
  const edit = (written: string) => ({
    edits: [{ line, start, end: start + bytes, text: written }],
  });
  const code = text.codePointAt(0)!.toString(16).toUpperCase().padStart(4, "0");
  if (Object.hasOwn(FOREIGN_SIGNS, text)) {
    const [called, written] = FOREIGN_SIGNS[text]!;
    if (called === INVISIBLE) {
      return {
        help: `${called} stands here (U+${code}): write an ordinary space`,
        ...edit(written),
      };
    }
    return called === DASH
      ? {
        help:
          `this is ${called}: write \`-\`; a comment begins with two of them, \`--\``,
        ...isBehindOperand(source) && edit(written),
      }
      : { help: `this is ${called}: write \`${written}\``, ...edit(written) };
  }
  if (Object.hasOwn(LOOK_ALIKES, text)) {
    const letter = LOOK_ALIKES[text]!;
    return {
      help:
        `this letter only looks like \`${letter}\` (U+${code}): write \`${letter}\``,
      ...edit(letter),
    };
  }
  return {
    help: "a name in Lua has the letters a to z, digits and `_` alone: what " +
      `begins with U+${code} stands in quotes, as \`["…"] =\``,
  };
}

/** The first character of some bytes, if it is outside ASCII. */
function firstCharacter(
  bytes: string,
): { readonly text: string; readonly bytes: number } | undefined {
  const [sequence] = /^[\xC2-\xF4][\x80-\xBF]+/.exec(bytes) ?? [];
  if (sequence === undefined) return undefined;
  const [text = ""] = decodeBytes(sequence);
  return { text, bytes: new TextEncoder().encode(text).length };
}

function isBehindOperand({ tokens, at, range }: FailedSource): boolean {
  const before = at < 0 ? tokens.at(-1) : tokens[at - 1];
  return before !== undefined && before.line === range.line &&
    endsOperand(before);
}

const QUOTATION_MARK = /^[\u2018-\u201F\u2032-\u2036\u2039\u203A\u00AB\u00BB]/;
const MARKS = /\xE2\x80[\x9C-\x9F\xB3\xB4]|\xC2[\xAB\xBB]/g;
const SINGLE_MARK = /^\xE2\x80[\x98-\x9B\xB2\xB5\xB6\xB9\xBA]/;

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
