import { type LuaToken, readLuaTokens } from "../../source/lua_tokens.ts";

/** The tokens of a source, and how its brackets and blocks lie in one another. */
export interface LuaOutline {
  readonly tokens: readonly LuaToken[];
  /** For each token that opens or closes something: its partner's index; else -1. */
  readonly partner: Int32Array;
  /** For each token: the index of the opening token around it, -1 at the top. */
  readonly around: Int32Array;
  /** For each line with tokens, from 1: the index of its last one. */
  readonly lastOfLine: readonly number[];
  /** The variables that a loop sets, by the index of its `do`. */
  readonly loopNames: ReadonlyMap<number, ReadonlySet<string>>;
}

const CLOSED_BY: Readonly<Record<string, string>> = {
  "(": ")",
  "[": "]",
  "{": "}",
  "function": "end",
  "if": "end",
  // `while` and `for` are opened by their `do`.
  "do": "end",
  "repeat": "until",
};
/** Lua itself reads no source whose brackets and blocks lie deeper. */
const MAX_LEVELS = 200;
const CLOSERS: ReadonlySet<string> = new Set(Object.values(CLOSED_BY));

/**
 * Reads tokens and pairs brackets and block words. No parser is needed for
 * that: in Lua each of them opens or closes wherever it may stand.
 *
 * @param source the bytes of the source, one character each
 * @returns `undefined` when the source is not Lua: it does not read as tokens,
 * or something is not closed or closed by the wrong token
 */
export function readLuaOutline(source: string): LuaOutline | undefined {
  const tokens = readLuaTokens(source);
  if (!tokens) return undefined;
  const partner = new Int32Array(tokens.length).fill(-1);
  const around = new Int32Array(tokens.length).fill(-1);
  const lastOfLine: number[] = [];
  const open: number[] = [];
  const loopNames = new Map<number, ReadonlySet<string>>();
  /** The names of a `for` that waits for its `do`, by how deep it lies. */
  const waiting: (ReadonlySet<string> | undefined)[] = [];
  for (const [index, { text, line }] of tokens.entries()) {
    if (CLOSERS.has(text)) {
      const opener = open.pop();
      if (opener === undefined || CLOSED_BY[tokens[opener]!.text] !== text) {
        return undefined;
      }
      partner[opener] = index;
      partner[index] = opener;
    }
    around[index] = open.at(-1) ?? -1;
    lastOfLine[line] = index;
    if (text === "for") waiting[open.length] = namesBehind(tokens, index);
    if (text === "while") waiting[open.length] = undefined;
    const names = text === "do" ? waiting[open.length] : undefined;
    if (names) {
      loopNames.set(index, names);
      waiting[open.length] = undefined;
    }
    if (Object.hasOwn(CLOSED_BY, text)) open.push(index);
    if (open.length > MAX_LEVELS) return undefined;
  }
  if (open.length > 0) return undefined;
  return { tokens, partner, around, lastOfLine, loopNames };
}

/** The names between a `for` and its `in` or `=`. */
function namesBehind(tokens: readonly LuaToken[], loop: number): Set<string> {
  const names = new Set<string>();
  for (let at = loop + 1; tokens[at]?.kind === "name"; at += 2) {
    names.add(tokens[at]!.text);
    if (tokens[at + 1]?.text !== ",") break;
  }
  return names;
}

/** Whether a token stands among statements, not inside brackets. */
export function isInBlock(
  { tokens, around }: LuaOutline,
  index: number,
): boolean {
  return around[index]! < 0 || tokens[around[index]!]!.kind === "keyword";
}

/**
 * Whether a token stands in a block or in one inside it.
 *
 * @param block the index of what opens the block, or -1 for the whole source
 */
export function isWithin(
  { around }: LuaOutline,
  index: number,
  block: number,
): boolean {
  let at = around[index]!;
  while (at > block) at = around[at]!;
  return at === block;
}
