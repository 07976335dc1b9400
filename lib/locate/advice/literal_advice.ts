import {
  type FailedSource,
  type LuaAdvice,
  replaceToken,
} from "./lua_advice.ts";

/** Values as other languages write them: `["a"]`, `200k`, `50%`, a text in a text. */
export function literalAdvice(source: FailedSource): LuaAdvice | undefined {
  return ofQuoteInside(source) ?? ofHeader(source) ?? ofList(source) ??
    ofNumber(source) ?? ofPercent(source) ?? ofWholeDocument(source);
}

/** `'it's mine'`: the second quote ends the string. */
function ofQuoteInside({ tokens, at }: FailedSource): LuaAdvice | undefined {
  const before = tokens[at - 1];
  const quote = before?.kind === "string" ? before.text[0] : undefined;
  if (
    quote === undefined || quote === "[" ||
    tokens[at]?.start !== before!.end || tokens[at].kind === "operator"
  ) return undefined;
  const other = quote === '"' ? "'" : '"';
  return {
    help: `the string ends at the quote before this: write \`\\${quote}\` ` +
      `inside it, or put it in \`${other}\``,
  };
}

/** `[worker]` on a line of its own. */
function ofHeader({ tokens, at }: FailedSource): LuaAdvice | undefined {
  const open = tokens[at];
  const name = tokens[at + 1];
  const isHeader = open?.text === "[" && name?.kind === "name" &&
    tokens[at + 2]?.text === "]" && tokens[at + 2]!.line === open.line &&
    tokens[at - 1]?.line !== open.line && tokens[at + 3]?.line !== open.line;
  return isHeader
    ? {
      help:
        `this is TOML: save it as a \`.toml\` file, or write a table in the one that is returned, \`${name.text} = { … }\``,
    }
    : undefined;
}

/** `["a", "b"]` where a value belongs. */
function ofList({ tokens, at }: FailedSource): LuaAdvice | undefined {
  const open = tokens[at];
  const before = tokens[at - 1]?.text ?? "";
  if (open?.text !== "[" || !["=", "(", "return"].includes(before)) {
    return undefined;
  }
  const help = "a list is written in braces: `{ … }`";
  const close = tokens.findIndex(({ text }, index) =>
    index > at && (text === "]" || text === "[" || text === "{")
  );
  const closing = tokens[close];
  return closing?.text === "]" && closing.line === open.line
    ? { help, edits: [replaceToken(open, "{"), replaceToken(closing, "}")] }
    : { help };
}

const THOUSANDS: Readonly<Record<string, number>> = { "": 1, k: 1e3, m: 1e6 };

/** `200k`, `200_000`. */
function ofNumber(
  { failure, text, range }: FailedSource,
): LuaAdvice | undefined {
  if (!failure.message.startsWith("malformed number")) return undefined;
  const { line, start } = range;
  const [written = ""] = /^[\w.]+/.exec(text.bytes.slice(start, start + 40)) ??
    [];
  const number = wholeNumber(written);
  return number !== undefined
    ? {
      help: `write the whole number: ${number}`,
      edits: [{ line, start, end: start + written.length, text: `${number}` }],
    }
    : { help: "a number has digits only, and a text stands in quotes" };
}

/** What `200k` and `200_000` stand for. */
export function wholeNumber(written: string): number | undefined {
  const [, digits, unit = ""] = /^(\d[\d_,]*)([km]?)$/i.exec(written) ?? [];
  if (digits === undefined) return undefined;
  const number = Number(digits.replace(/[_,]/g, "")) *
    THOUSANDS[unit.toLowerCase()]!;
  return Number.isSafeInteger(number) ? number : undefined;
}

/** `50%`. */
function ofPercent({ tokens, at }: FailedSource): LuaAdvice | undefined {
  const number = tokens[at - 2];
  if (tokens[at - 1]?.text !== "%" || number?.kind !== "number") {
    return undefined;
  }
  const share = Number(number.text) / 100;
  return share > 0 && share < 1
    ? { help: `\`%\` is an operator: a share is written as a ratio, ${share}` }
    : undefined;
}

/** `{ "model": "x" }` and nothing before it. */
function ofWholeDocument({ tokens, at }: FailedSource): LuaAdvice | undefined {
  if (at !== 0 || tokens[0]?.text !== "{") return undefined;
  if (tokens[1]?.kind === "string" && tokens[2]?.text === ":") {
    return {
      help: "this is JSON: save it as a `.json` file, or write it in Lua, as " +
        '`return { model = "…" }`',
    };
  }
  return {
    help: "a profile returns its table: write `return` before this",
    edits: [{
      line: tokens[0].line,
      start: tokens[0].start,
      end: tokens[0].start,
      text: "return ",
    }],
  };
}
