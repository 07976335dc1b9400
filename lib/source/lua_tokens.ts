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

// Lua reads names and numbers as ASCII, whatever the source's encoding. What is
// frequent is read by character codes: a start reads a few lines of Lua once,
// and a dozen patterns take longer to compile than that.
const NUMBER_SHAPE =
  /\.?[0-9](?:(?<=0)[xX](?:[pP][+-]?|[0-9A-Fa-f.])*|(?:[eE][+-]?|[0-9A-Fa-f.])*)[A-Za-z_]?/y;
const NUMBER =
  /^(?:0[xX](?:[0-9A-Fa-f]+(?:\.[0-9A-Fa-f]*)?|\.[0-9A-Fa-f]+)(?:[pP][+-]?[0-9]+)?|(?:[0-9]+(?:\.[0-9]*)?|\.[0-9]+)(?:[eE][+-]?[0-9]+)?)$/;
const OPERATORS = "-+*/%^#&~|<>=(){}[];:,.";
/** Operators that may stand twice to make another one. */
const DOUBLED = ".:<>/=";
/** Operators that `=` makes another one of. */
const COMPARING = "~<>";
const BYTE_ORDER_MARK = "\xEF\xBB\xBF";

const LINE_FEED = 0x0a;
const CARRIAGE_RETURN = 0x0d;
const SPACE = 0x20;
const BACKSLASH = 0x5c;
const MINUS = 0x2d;
const POINT = 0x2e;

/**
 * Cuts Lua 5.4 source into tokens. A byte order mark and a first line that
 * begins with `#` are skipped, as Lua does.
 *
 * @param source the bytes of the source, one character each (Latin-1)
 * @returns the tokens, or `undefined` when Lua itself would refuse to read them
 */
export function readLuaTokens(source: string): LuaToken[] | undefined {
  const { tokens, stopped } = readLuaTokensUntil(source);
  return stopped ? undefined : tokens;
}

/** The tokens up to where Lua would refuse to read on, and that place. */
export function readLuaTokensUntil(source: string): {
  readonly tokens: LuaToken[];
  readonly stopped?: { readonly offset: number; readonly line: number };
} {
  const tokens: LuaToken[] = [];
  let offset = startOfLua(source);
  let line = 1;

  while (offset < source.length) {
    const start = offset;
    const code = source.charCodeAt(offset);
    if (code === SPACE) {
      offset++;
      continue;
    }
    if (isBlank(code)) {
      const end = endOfBlanks(source, offset);
      line += countLineBreaks(source, offset, end);
      offset = end;
      continue;
    }
    if (code === MINUS && source.charCodeAt(offset + 1) === MINUS) {
      const end = endOfLongText(source, offset + 2) ??
        endOfLine(source, offset);
      if (end === UNFINISHED) return { tokens, stopped: { offset, line } };
      line += countLineBreaks(source, offset, end);
      offset = end;
      continue;
    }
    let kind: LuaTokenKind;
    if (isWord(code) && !isDigit(code)) {
      kind = "name";
      offset = endOfWord(source, offset);
    } else if (
      isDigit(code) ||
      code === POINT && isDigit(source.charCodeAt(offset + 1))
    ) {
      kind = "number";
      offset = endOfNumber(source, offset);
    } else if (code === DOUBLE_QUOTE || code === SINGLE_QUOTE) {
      kind = "string";
      offset = endOfShortString(source, offset);
    } else {
      const end = endOfLongText(source, offset);
      kind = end === undefined ? "operator" : "string";
      offset = end ?? endOfOperator(source, offset);
    }
    if (offset === UNFINISHED) {
      return { tokens, stopped: { offset: start, line } };
    }
    const text = source.slice(start, offset);
    if (kind === "name" && KEYWORDS.has(text)) kind = "keyword";
    tokens.push({ kind, text, start, end: offset, line });
    // Only strings run over line ends.
    if (kind === "string") line += countLineBreaks(source, start, offset);
  }
  return { tokens };
}

/** Where Lua begins to read: behind a byte order mark and a `#` line. */
export function startOfLua(source: string): number {
  const start = source.startsWith(BYTE_ORDER_MARK) ? BYTE_ORDER_MARK.length : 0;
  if (source[start] !== "#") return start;
  const end = source.indexOf("\n", start);
  return end < 0 ? source.length : end;
}

/** In place of an offset: what begins here is not Lua. */
const UNFINISHED = -1;
const DOUBLE_QUOTE = 0x22;
const SINGLE_QUOTE = 0x27;
const ESCAPE =
  /\\(?:[abfnrtv\\"']|\r\n|\n\r|[\r\n]|x[0-9A-Fa-f]{2}|z[ \t\v\f\r\n]*|[0-9]{1,3}|u\{[0-9A-Fa-f]+\})/y;

/** The offset behind a quoted string; piece by piece, so that no input makes it slow. */
function endOfShortString(source: string, start: number): number {
  const quote = source.charCodeAt(start);
  let offset = start + 1;
  while (offset < source.length) {
    const code = source.charCodeAt(offset);
    if (code === quote) return offset + 1;
    if (code === LINE_FEED || code === CARRIAGE_RETURN) return UNFINISHED;
    if (code !== BACKSLASH) {
      offset++;
      continue;
    }
    ESCAPE.lastIndex = offset;
    const escape = ESCAPE.exec(source);
    if (!escape) return UNFINISHED;
    offset += escape[0].length;
  }
  return UNFINISHED;
}

/**
 * The offset behind a text in long brackets.
 *
 * @returns `undefined` when none begins here
 */
function endOfLongText(source: string, start: number): number | undefined {
  if (source[start] !== "[") return undefined;
  let open = start + 1;
  while (source[open] === "=") open++;
  if (source[open] !== "[") return undefined;
  const close = `]${source.slice(start + 1, open)}]`;
  const end = source.indexOf(close, open + 1);
  return end < 0 ? UNFINISHED : end + close.length;
}

function endOfNumber(source: string, start: number): number {
  NUMBER_SHAPE.lastIndex = start;
  const [text] = NUMBER_SHAPE.exec(source)!;
  return NUMBER.test(text) ? start + text.length : UNFINISHED;
}

function endOfOperator(source: string, start: number): number {
  const first = source[start]!;
  const second = source[start + 1];
  if (!OPERATORS.includes(first)) return UNFINISHED;
  if (second === first && DOUBLED.includes(first)) {
    return first === "." && source[start + 2] === "." ? start + 3 : start + 2;
  }
  if (second !== "=") return start + 1;
  // `[=` without a second `[` is an unfinished long bracket.
  if (first === "[") return UNFINISHED;
  return COMPARING.includes(first) ? start + 2 : start + 1;
}

function endOfBlanks(source: string, start: number): number {
  let end = start + 1;
  while (isBlank(source.charCodeAt(end))) end++;
  return end;
}

function endOfWord(source: string, start: number): number {
  let end = start + 1;
  while (isWord(source.charCodeAt(end))) end++;
  return end;
}

function endOfLine(source: string, start: number): number {
  let end = start;
  while (end < source.length) {
    const code = source.charCodeAt(end);
    if (code === LINE_FEED || code === CARRIAGE_RETURN) return end;
    end++;
  }
  return end;
}

/** The line ends in a text; two different characters side by side are one. */
export function countLineBreaks(
  source: string,
  start = 0,
  end = source.length,
): number {
  let count = 0;
  for (let at = start; at < end; at++) {
    const code = source.charCodeAt(at);
    if (code !== LINE_FEED && code !== CARRIAGE_RETURN) continue;
    count++;
    const next = at + 1 < end ? source.charCodeAt(at + 1) : code;
    if (next !== code && (next === LINE_FEED || next === CARRIAGE_RETURN)) at++;
  }
  return count;
}

function isBlank(code: number): boolean {
  return code === SPACE || (code >= 0x09 && code <= CARRIAGE_RETURN);
}

function isDigit(code: number): boolean {
  return code >= 0x30 && code <= 0x39;
}

/** A letter, a digit, or `_`. */
function isWord(code: number): boolean {
  return (code >= 0x61 && code <= 0x7a) || (code >= 0x41 && code <= 0x5a) ||
    isDigit(code) || code === 0x5f;
}
