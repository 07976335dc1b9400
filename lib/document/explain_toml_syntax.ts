import type { TomlSyntaxError } from "./parse_toml.ts";

/**
 * What a parser of TOML says, in words that tell what to write.
 *
 * @param found what the parser says of the text
 */
export function explainTomlSyntax(
  text: string,
  found: TomlSyntaxError,
): TomlSyntaxError {
  const { line, column, message } = found;
  const written = text.split(/\r\n|\n/)[line - 1] ?? "";
  const document = ofOtherFormat(text);
  if (document !== undefined) return { ...found, help: document };
  const quote = openQuote(written, column);
  if (quote !== undefined) {
    return {
      message: "the string that begins here has no closing quote on its line",
      line,
      column: quote,
    };
  }
  for (const advise of ADVICE) {
    const advice = advise(written, column, message);
    if (!advice) continue;
    const { at = column, length = 1, help, put } = advice;
    return {
      message,
      line,
      column: at,
      length,
      help,
      ...put !== undefined && {
        edits: [{ line, column: at, length, text: put }],
      },
    };
  }
  return found;
}

/** Another format, by how a text begins. */
function ofOtherFormat(text: string): string | undefined {
  if (/^\s*\{/.test(text)) return "this is JSON: save it as a `.json` file";
  const begins = text.split("\n").map((line) => line.trim())
    .find((line) => line !== "" && !line.startsWith("--"));
  return /^(?:return\b(?!\s*=)|local\s+\w)/.test(begins ?? "")
    ? "this is Lua: save it as a `.lua` file"
    : undefined;
}

/**
 * The column of a quote without its partner, where a line ends inside of a
 * string: the parser tells where it ends, people look for where it begins.
 */
function openQuote(written: string, column: number): number | undefined {
  if (column <= written.trimEnd().length) return undefined;
  const strings = /"""|\'\'\'|"(?:[^"\\]|\\.)*"|'[^']*'|#.*|["']/g;
  for (const { 0: part, index } of written.matchAll(strings)) {
    if (part === '"' || part === "'") return index + 1;
  }
}

/** What to write, and in place of what; left out, of what the parser found. */
interface Advice {
  readonly help: string;
  /** The column that it is about. */
  readonly at?: number;
  readonly length?: number;
  /** What is sure to mend it. */
  readonly put?: string;
}

type Advise = (
  written: string,
  column: number,
  message: string,
) => Advice | undefined;

const ADVICE: readonly Advise[] = [
  ofRemark,
  ofColon,
  ofHeader,
  ofEscape,
  ofValue,
];

/** `// a remark`, `-- a remark`. */
function ofRemark(written: string, column: number): Advice | undefined {
  const [, indent = "", sign] = /^(\s*)(\/\/|\/\*|--|;)/.exec(written) ?? [];
  const isAll = sign !== undefined &&
    !/[="]/.test(written.slice(indent.length, column - 1));
  const at = isAll ? indent.length + 1 : column;
  const here = sign !== undefined && isAll
    ? sign
    : /^(?:\/\/|\/\*|--)/.exec(written.slice(column - 1))?.[0];
  if (here === undefined) return undefined;
  return {
    help: "a remark begins with `#` in TOML",
    at,
    length: here.length,
    ...here !== "/*" && { put: "#" },
  };
}

/** `name: value`. */
function ofColon(written: string, column: number): Advice | undefined {
  return written[column - 1] === ":"
    ? { help: "a name and its value are joined by `=` in TOML", put: " =" }
    : undefined;
}

/** `[worker`. */
function ofHeader(written: string, column: number): Advice | undefined {
  return /^\s*\[[^\]=]*\]?$/.test(written.slice(0, column - 1)) &&
      written.slice(column - 1).trim() === ""
    ? { help: "the `]` of this table is missing" }
    : undefined;
}

/** `"C:\Users"`: the parser points behind the backslash. */
function ofEscape(
  written: string,
  column: number,
  message: string,
): Advice | undefined {
  const backslash = written.lastIndexOf("\\", column - 1);
  return /escape/.test(message) && backslash >= 0
    ? {
      at: backslash + 1,
      length: 2,
      help: 'a backslash in `"` begins an escape: write it twice, `/` in ' +
        "paths, or the text in `'`",
    }
    : undefined;
}

const NOTHING = "leave the field out: TOML has no word for nothing";

/** Words of other languages, and what TOML writes. */
const WORDS: Readonly<Record<string, string>> = {
  True: "true",
  False: "false",
  yes: "true",
  no: "false",
  on: "true",
  off: "false",
};
const NO_VALUES: ReadonlySet<string> = new Set(["None", "null", "nil"]);

const THOUSANDS: Readonly<Record<string, number>> = { "": 1, k: 1e3, m: 1e6 };

/** A long word is read from its beginning alone. */
const WORD_AT_END = /(?<![^\s,=[\]{}"'#])[^\s,=[\]{}"'#]+$/;

/** A value without quotes that TOML does not have. */
function ofValue(written: string, column: number): Advice | undefined {
  const [before = ""] = WORD_AT_END.exec(written.slice(0, column - 1)) ?? [];
  const at = column - before.length;
  if (!/[=,[]\s*$/.test(written.slice(0, at - 1))) return undefined;
  const [value = ""] = /^[^\s,\]}#]*/.exec(written.slice(at - 1))!;
  const place = { at, length: Math.max(1, value.length) };
  if (NO_VALUES.has(value)) return { ...place, help: NOTHING };
  if (Object.hasOwn(WORDS, value)) {
    const put = WORDS[value]!;
    return { ...place, help: `TOML writes \`${put}\``, put };
  }
  const [, digits, unit = ""] = /^\+?(\d[\d_]*)([km]?)$/i.exec(value) ?? [];
  if (digits !== undefined) {
    const number = Number(digits.replaceAll("_", "")) *
      THOUSANDS[unit.toLowerCase()]!;
    return {
      ...place,
      help: `write the whole number: \`${number}\``,
      put: String(number),
    };
  }
  if (/^[\d.+-]/.test(value)) {
    return {
      ...place,
      help: "a number has digits only, and a text stands in quotes",
    };
  }
  const isText = /^[A-Za-z_.\/~$]/.test(value);
  const isAll = written.slice(at - 1).trimEnd() === value;
  return isText
    ? {
      ...place,
      help: 'a text stands in quotes: `name = "…"`',
      ...isAll && !/["\\]/.test(value) && { put: `"${value}"` },
    }
    : undefined;
}
