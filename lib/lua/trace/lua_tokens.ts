/** What a token of Lua source is. */
export type LuaTokenKind =
  | "name"
  | "keyword"
  | "number"
  | "string"
  | "operator";

/** One token of Lua source. Offsets count bytes from the start of the source. */
export interface LuaToken {
  readonly kind: LuaTokenKind;
  /** The bytes of the token, one character each. */
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** The line the token begins on, from 1, counted as Lua counts. */
  readonly line: number;
}

const KEYWORDS: ReadonlySet<string> = new Set(
  ("and break do else elseif end false for function goto if in local nil not " +
    "or repeat return then true until while").split(" "),
);

// Lua reads names and numbers as ASCII, whatever the source's encoding.
const BLANKS = /[ \t\v\f\r\n]+/y;
const COMMENT_START = /--(?:\[(=*)\[)?/y;
const NAME = /[A-Za-z_][A-Za-z0-9_]*/y;
const NUMBER_SHAPE =
  /\.?[0-9](?:(?<=0)[xX](?:[pP][+-]?|[0-9A-Fa-f.])*|(?:[eE][+-]?|[0-9A-Fa-f.])*)[A-Za-z_]?/y;
const NUMBER =
  /^(?:0[xX](?:[0-9A-Fa-f]+\.?[0-9A-Fa-f]*|\.[0-9A-Fa-f]+)(?:[pP][+-]?[0-9]+)?|(?:[0-9]+\.?[0-9]*|\.[0-9]+)(?:[eE][+-]?[0-9]+)?)$/;
const LONG_STRING_START = /\[(=*)\[/y;
const OPERATOR =
  /\.\.\.|\.\.|::|<<|>>|\/\/|==|~=|<=|>=|\[(?!=)|[-+*/%^#&~|<>=(){}\];:,.]/y;
const LINE_END = /[\r\n]/g;
const LINE_BREAK = /\r\n|\n\r|[\r\n]/g;
const BYTE_ORDER_MARK = "\xEF\xBB\xBF";

/**
 * Cuts Lua 5.4 source into tokens. A byte order mark and a first line that
 * begins with `#` are skipped, as Lua does.
 *
 * @param source the bytes of the source, one character each (Latin-1)
 * @returns the tokens, or `undefined` when Lua itself would refuse to read them
 */
export function readLuaTokens(source: string): LuaToken[] | undefined {
  const tokens: LuaToken[] = [];
  let offset = startOfLua(source);
  let line = 1;

  const match = (pattern: RegExp): RegExpExecArray | null => {
    pattern.lastIndex = offset;
    return pattern.exec(source);
  };
  const skip = (text: string): void => {
    offset += text.length;
    line += countLineBreaks(text);
  };
  const push = (kind: LuaTokenKind, text: string): void => {
    tokens.push({ kind, text, start: offset, end: offset + text.length, line });
    // Only strings run over line ends.
    if (kind === "string") skip(text);
    else offset += text.length;
  };
  /** The text from here to the end of a long bracket, or `undefined`. */
  const longText = (level: string): string | undefined => {
    const close = `]${level}]`;
    const end = source.indexOf(close, offset);
    return end < 0 ? undefined : source.slice(offset, end + close.length);
  };

  while (offset < source.length) {
    const blanks = match(BLANKS);
    if (blanks) {
      skip(blanks[0]);
      continue;
    }
    const comment = match(COMMENT_START);
    if (comment) {
      const text = comment[1] === undefined
        ? source.slice(offset, endOfLine(source, offset))
        : longText(comment[1]);
      if (text === undefined) return undefined;
      skip(text);
      continue;
    }
    const name = match(NAME);
    if (name) {
      push(KEYWORDS.has(name[0]) ? "keyword" : "name", name[0]);
      continue;
    }
    const number = match(NUMBER_SHAPE);
    if (number) {
      if (!NUMBER.test(number[0])) return undefined;
      push("number", number[0]);
      continue;
    }
    const long = match(LONG_STRING_START);
    if (long) {
      const text = longText(long[1]);
      if (text === undefined) return undefined;
      push("string", text);
      continue;
    }
    if (source[offset] === '"' || source[offset] === "'") {
      const end = endOfShortString(source, offset);
      if (end === undefined) return undefined;
      push("string", source.slice(offset, end));
      continue;
    }
    const operator = match(OPERATOR);
    if (!operator) return undefined;
    push("operator", operator[0]);
  }
  return tokens;
}

/** Where Lua begins to read: behind a byte order mark and a `#` line. */
export function startOfLua(source: string): number {
  const start = source.startsWith(BYTE_ORDER_MARK) ? BYTE_ORDER_MARK.length : 0;
  if (source[start] !== "#") return start;
  const end = source.indexOf("\n", start);
  return end < 0 ? source.length : end;
}

const PLAIN_RUN = { '"': /[^"\\\r\n]*/y, "'": /[^'\\\r\n]*/y };
const ESCAPE =
  /\\(?:[abfnrtv\\"']|\r\n|\n\r|[\r\n]|x[0-9A-Fa-f]{2}|z[ \t\v\f\r\n]*|[0-9]{1,3}|u\{[0-9A-Fa-f]+\})/y;

/** The offset behind a quoted string; piece by piece, so that no input makes it slow. */
function endOfShortString(source: string, start: number): number | undefined {
  const quote = source[start] as '"' | "'";
  let offset = start + 1;
  while (true) {
    const run = PLAIN_RUN[quote];
    run.lastIndex = offset;
    offset += run.exec(source)?.[0].length ?? 0;
    if (source[offset] === quote) return offset + 1;
    ESCAPE.lastIndex = offset;
    const escape = ESCAPE.exec(source);
    if (!escape) return undefined;
    offset += escape[0].length;
  }
}

function endOfLine(source: string, from: number): number {
  LINE_END.lastIndex = from;
  return LINE_END.exec(source)?.index ?? source.length;
}

function countLineBreaks(text: string): number {
  return text.match(LINE_BREAK)?.length ?? 0;
}
