import { unescapedText } from "../profile/unescaped_text.ts";

/** A string literal on a line of Lua, JSON or TOML. */
export interface LineLiteral {
  /** Where the opening quote stands, from 0. */
  readonly start: number;
  /** Behind the closing quote, or the end of the line. */
  readonly end: number;
  /** Characters of its quotes. */
  readonly quotes: { readonly before: number; readonly after: number };
  /** What it says, its escapes read. */
  readonly text: string;
  /** Whether it is the name of a field. */
  readonly isName: boolean;
  /** The name of the field that it is the value of, where that stands before it. */
  readonly name?: string;
}

const LITERAL =
  /"((?:[^"\\]|\\[^])*)("?)|'((?:[^'\\]|\\[^])*)('?)|\[(=*)\[([^]*?)(?:(\]\5\])|$)/g;

/**
 * A name and the sign behind it, read backwards from where a literal begins. No
 * two parts beside one another take the same characters: else a long run of them
 * would be read by its square.
 */
const NAME_BEFORE =
  /(?<=(?:([A-Za-z_][\w.-]*)|"([^"]*)"|'([^']*)')[\s\]]*[=:][\s(]*)/y;

/** All string literals of a line, in its order; one that is not closed counts, too. */
export function literalsOf(line: string): LineLiteral[] {
  const literals: LineLiteral[] = [];
  for (const match of line.matchAll(LITERAL)) {
    const [whole, double, doubleEnd, single, singleEnd, level, long, longEnd] =
      match;
    const start = match.index;
    const end = start + whole.length;
    const before = long === undefined ? 1 : level!.length + 2;
    const after = (doubleEnd ?? singleEnd ?? longEnd ?? "").length;
    const inside = double ?? single ?? long!;
    NAME_BEFORE.lastIndex = start;
    const named = NAME_BEFORE.exec(line);
    const name = named?.[1] ?? named?.[2] ?? named?.[3];
    literals.push({
      start,
      end,
      quotes: { before, after },
      text: long === undefined ? unescapedText(inside)?.text ?? inside : inside,
      isName: /^\s*\]?\s*[=:](?![=:])/.test(line.slice(end, end + 40)),
      ...name !== undefined && { name },
    });
  }
  return literals;
}
