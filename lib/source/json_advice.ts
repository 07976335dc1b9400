/** What is wrong with a text that is not JSON, beyond what its parser says. */
export interface JsonAdvice {
  /** In place of the parser's. */
  readonly message?: string;
  readonly help?: string;
  /** Where it is, where the parser stopped elsewhere. */
  readonly at?: number;
  /** How many characters are wrong. */
  readonly length?: number;
  /** What is sure to mend them. */
  readonly put?: string;
  /** Where a comma is sure to be missing. */
  readonly comma?: number;
}

type Advise = (text: string, offset: number) => JsonAdvice | undefined;

const ADVICE: readonly Advise[] = [
  ofNothing,
  ofOtherFormat,
  ofRemark,
  ofQuotes,
  ofTypographicQuotes,
  ofEscape,
  ofOpenString,
  ofNumber,
  ofMissingComma,
  ofWord,
  ofOpenBracket,
];

/**
 * What people write that is not JSON, and what to write instead.
 *
 * @param offset where a parser stopped
 */
export function jsonAdvice(
  text: string,
  offset: number,
): JsonAdvice | undefined {
  for (const advise of ADVICE) {
    const advice = advise(text, offset);
    if (advice) return advice;
  }
}

function ofNothing(text: string): JsonAdvice | undefined {
  return text.trim() === ""
    ? {
      message: "it is empty",
      help: 'write an object, `{ "model": "<provider>/<model id>" }`',
    }
    : undefined;
}

/** Another format, by how a text begins. */
function ofOtherFormat(text: string, offset: number): JsonAdvice | undefined {
  // A `[` could be either's.
  if (!/^\s*\[?$/.test(text.slice(0, offset))) return undefined;
  const rest = text.trimStart();
  if (/^(?:return|local|function)\b|^--/.test(rest)) {
    return { help: "this is Lua: save it as a `.lua` file" };
  }
  if (/^(?:\[\w[\w.]*\]|[\w-]+ *=)/.test(rest)) {
    return { help: "this is TOML: save it as a `.toml` file" };
  }
  return /^(?:[\w-]+:|---)/.test(rest)
    ? { help: "this is YAML, which is not read: write it as TOML, Lua or JSON" }
    : undefined;
}

/** `# a remark`. */
function ofRemark(text: string, offset: number): JsonAdvice | undefined {
  return text[offset] === "#"
    ? { message: "JSON has no comments", help: "leave the line out" }
    : /^\/[/*]/.test(text.slice(offset))
    ? { help: "leave it out; TOML and Lua have comments" }
    : undefined;
}

const DOUBLE_QUOTES = 'JSON writes texts and names in double quotes, `"`';

/** `'model'`. */
function ofQuotes(text: string, offset: number): JsonAdvice | undefined {
  if (text[offset] !== "'") return undefined;
  const [quoted, inside = ""] = /^'([^'"\\\r\n]*)'/.exec(text.slice(offset)) ??
    [];
  return quoted === undefined
    ? { help: DOUBLE_QUOTES }
    : { help: DOUBLE_QUOTES, length: quoted.length, put: `"${inside}"` };
}

/** `“model”`. */
function ofTypographicQuotes(
  text: string,
  offset: number,
): JsonAdvice | undefined {
  const [quoted, inside] =
    /^[\u201C-\u201F\u00AB\u00BB]([^"\\\u201C-\u201F\r\n]*)[\u201C-\u201F\u00AB\u00BB]/
      .exec(text.slice(offset)) ?? [];
  return quoted === undefined ? undefined : {
    help: 'these are typographic quotation marks: write straight quotes `"`',
    length: quoted.length,
    put: `"${inside}"`,
  };
}

/** `"a\d"`: the parser points at the whole string. */
function ofEscape(text: string, offset: number): JsonAdvice | undefined {
  const [string] = /^"(?:[^"\\\r\n]|\\.)*/.exec(text.slice(offset)) ?? [];
  const index = string?.search(/\\(?!["\\/bfnrt]|u[0-9A-Fa-f]{4})/) ?? -1;
  // Behind another escape, the place found may be its second half.
  const pairs = string?.slice(0, index).match(/\\.?/g)?.length ?? 0;
  return index < 0 || pairs > 0 ? undefined : {
    at: offset + index,
    length: 2,
    help:
      "a backslash begins an escape: write it twice (`\\\\`), or `/` in paths",
  };
}

/** A text that goes on on the next line. */
function ofOpenString(text: string, offset: number): JsonAdvice | undefined {
  return /^"(?:[^"\\\r\n]|\\.)*(?:[\r\n]|$)/.test(text.slice(offset))
    ? { help: "a text stays on its line: a line end in it is written `\\n`" }
    : undefined;
}

const NUMBER = /^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?$/;

/** A long word is read from its beginning alone. */
const WORD_AT_END = /(?<![^\s:,{}[\]"])[^\s:,{}[\]"]+$/;

/** `+5`, `012`, `64_000`, `.5`, `200k`. */
function ofNumber(text: string, offset: number): JsonAdvice | undefined {
  const [before = ""] = WORD_AT_END.exec(text.slice(0, offset)) ?? [];
  const at = offset - before.length;
  const [written = ""] = /^[^\s:,{}[\]"]*/.exec(text.slice(at, at + 64))!;
  if (!/^[+-]?\.?\d/.test(written) || NUMBER.test(written)) return undefined;
  const [, digits, unit = ""] =
    /^\+?(-?[\d_]*\.?\d[\d_]*)([km]?)$/i.exec(written) ?? [];
  const factor = { "": 1, k: 1e3, m: 1e6 }[unit.toLowerCase()]!;
  const number = Number((digits ?? "").replaceAll("_", "")) * factor;
  const place = {
    message: "there is a number that is not written as JSON does",
    at,
    length: written.length,
  };
  return digits === undefined || !Number.isFinite(number)
    ? {
      ...place,
      help: "a number has digits only, and a text stands in quotes",
    }
    : { ...place, help: `write \`${number}\``, put: String(number) };
}

/** `"a": 1 "b": 2`. */
function ofMissingComma(text: string, offset: number): JsonAdvice | undefined {
  const before = text.slice(0, offset).trimEnd();
  return /["}\]\w]$/.test(before) &&
      /^"(?:[^"\\\r\n]|\\.)*"\s*:/.test(text.slice(offset))
    ? { comma: before.length }
    : undefined;
}

/** Words of other languages, and what JSON writes. */
const WORDS: Readonly<Record<string, string>> = {
  True: "true",
  False: "false",
  TRUE: "true",
  FALSE: "false",
  yes: "true",
  no: "false",
  None: "null",
  nil: "null",
  undefined: "null",
};

/** What to write in place of a word that JSON does not have. */
function ofWord(text: string, offset: number): JsonAdvice | undefined {
  const [word] = /^[A-Za-z_$][\w$.-]*/.exec(text.slice(offset)) ?? [];
  if (word === undefined) return undefined;
  const { length } = word;
  if (/^\s*:/.test(text.slice(offset + length))) {
    return {
      help: 'JSON writes a name in quotes, `"name": …`',
      length,
      put: `"${word}"`,
    };
  }
  if (Object.hasOwn(WORDS, word)) {
    const put = WORDS[word]!;
    return {
      help: put === "null"
        ? "leave the field out, or write `null` where that is taken"
        : `JSON writes \`${put}\``,
      length,
      put,
    };
  }
  return {
    help: /^(?:NaN|Infinity)$/.test(word)
      ? "JSON has finite numbers only: leave the field out"
      : 'JSON writes a text in quotes, `"…"`',
  };
}

/** What is open where a text ends. */
function ofOpenBracket(text: string, offset: number): JsonAdvice | undefined {
  if (text.slice(offset).trim() !== "") return undefined;
  const open: number[] = [];
  for (
    const { 0: part, index } of text.matchAll(/"(?:[^"\\]|\\[^])*"?|[{}[\]]/g)
  ) {
    if (part === "{" || part === "[") open.push(index);
    else if (part === "}" || part === "]") open.pop();
  }
  const last = open.at(-1);
  if (last === undefined) return undefined;
  const opener = text[last]!;
  const line = text.slice(0, last).split(/\r\n|\n|\r/).length;
  return {
    help: `the \`${opener}\` on line ${line} has no \`${
      opener === "{" ? "}" : "]"
    }\``,
  };
}
