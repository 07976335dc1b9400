import { isWithin, type LuaOutline } from "./lua_outline.ts";
import type { LocalReads } from "./local_reads.ts";

/** What can be evaluated twice as a key: constants, and names of variables. */
const PLAIN_KEYS: ReadonlySet<string> = new Set(["string", "number", "name"]);

/** What a constant or a constructor begins with: it comes from nowhere else. */
const WRITTEN_WORDS: ReadonlySet<string> = new Set([
  "{",
  "true",
  "false",
  "function",
]);

/** Where the text of an expression says that its value comes from. */
export type ExpressionSource =
  /** It is written out. */
  | { readonly kind: "written" }
  /** Lua text of the table and the key that it reads: `o, "slug"`. */
  | { readonly kind: "field"; readonly read: string }
  /** A variable, and the table and key that it was read from, where that is known. */
  | {
    readonly kind: "variable";
    readonly name: string;
    readonly read?: string | undefined;
  }
  | { readonly kind: "unknown" };

/**
 * Reads where a value comes from, as far as its expression tells.
 *
 * @param start the index of its first token
 * @param end the index behind its last
 * @param locals the local variables that are read from a field
 */
export function readExpressionSource(
  outline: LuaOutline,
  start: number,
  end: number,
  locals: LocalReads,
): ExpressionSource {
  const { kind, text } = outline.tokens[start]!;
  if (kind === "string" || kind === "number" || WRITTEN_WORDS.has(text)) {
    return { kind: "written" };
  }
  if (end === start + 1 && kind === "name") {
    const local = locals.get(text);
    const read = local && isWithin(outline, start, local.block)
      ? local.read
      : undefined;
    return { kind: "variable", name: text, ...read !== undefined && { read } };
  }
  const read = readFieldRead(outline, start, end);
  return read === undefined ? { kind: "unknown" } : { kind: "field", read };
}

/**
 * Lua text of the table and the key that an expression reads, as `o, "slug"`
 * for `o.slug` and for `o.slug or "x"`.
 *
 * @returns `undefined` when the expression is anything else
 */
export function readFieldRead(
  { tokens }: LuaOutline,
  start: number,
  end: number,
): string | undefined {
  if (tokens[start]?.kind !== "name") return undefined;
  let table = tokens[start].text;
  let key: string | undefined;
  let index = start + 1;
  while (index < end) {
    const { text } = tokens[index]!;
    let next: string;
    if (text === "." && tokens[index + 1]?.kind === "name") {
      next = `"${tokens[index + 1]!.text}"`;
      index += 2;
    } else if (
      text === "[" && tokens[index + 2]?.text === "]" &&
      PLAIN_KEYS.has(tokens[index + 1]!.kind)
    ) {
      next = tokens[index + 1]!.text;
      if (/[\r\n]/.test(next)) return undefined;
      index += 3;
    } else break;
    if (key !== undefined) table += `[ ${key} ]`;
    key = next;
  }
  const atEnd = index >= end || tokens[index]!.text === "or";
  return key !== undefined && atEnd ? `${table}, ${key}` : undefined;
}
