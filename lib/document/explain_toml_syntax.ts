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
  const quote = openQuote(written, column);
  if (quote !== undefined) {
    return {
      message: "the string that begins here has no closing quote on its line",
      line,
      column: quote,
    };
  }
  const help = adviceOf(written, column);
  return help === undefined ? found : { message, line, column, help };
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

/** Words of other languages, and what TOML writes. */
const WORDS: Readonly<Record<string, string>> = {
  True: "TOML writes `true`",
  False: "TOML writes `false`",
  None: "leave the field out: TOML has no word for nothing",
  null: "leave the field out: TOML has no word for nothing",
  nil: "leave the field out: TOML has no word for nothing",
  yes: "TOML writes `true`",
  no: "TOML writes `false`",
  on: "TOML writes `true`",
  off: "TOML writes `false`",
};

function adviceOf(written: string, column: number): string | undefined {
  const before = written.slice(0, column - 1);
  const rest = written.slice(column - 1);
  if (rest.startsWith(":")) {
    return "a name and its value are joined by `=` in TOML";
  }
  if (/^\s*\[+[^\]]*$/.test(before) && rest.trim() === "") {
    return "the `]` of this table is missing";
  }
  if (/^(?:\/\/|\/\*|--)/.test(rest)) return "a remark begins with `#` in TOML";
  if (!/[=,[]\s*$/.test(before)) return undefined;
  const [word = ""] = /^[A-Za-z_]\w*/.exec(rest) ?? [];
  if (Object.hasOwn(WORDS, word)) return WORDS[word];
  return /^[A-Za-z_.\/~$]/.test(rest)
    ? 'a text stands in quotes: `name = "…"`'
    : undefined;
}
