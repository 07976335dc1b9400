import { endOfExpression } from "./expression_range.ts";
import { isInBlock, type LuaOutline } from "./lua_outline.ts";
import { readFieldRead } from "./read_source.ts";

/** The local variables that stand for a field of a table, by name. */
export type LocalReads = ReadonlyMap<string, {
  /** The block they are declared in: the index of what opens it, or -1. */
  readonly block: number;
  /** Lua text of the table and the key: `o, "slug"`. */
  readonly read: string;
}>;

/**
 * Finds `local slug = o.slug`, where no other variable of the source has that
 * name and nothing is assigned to it: then `slug` is `o.slug` wherever it is
 * visible.
 */
export function readLocalReads(outline: LuaOutline): LocalReads {
  const { tokens, around } = outline;
  const bound = countBindings(outline);
  const reads = new Map<string, { block: number; read: string }>();
  for (const [index, { text }] of tokens.entries()) {
    const name = tokens[index + 1];
    if (
      text !== "local" || name?.kind !== "name" ||
      tokens[index + 2]?.text !== "=" || bound.get(name.text) !== 1
    ) continue;
    const end = endOfExpression(outline, index + 3);
    if (tokens[end]?.text === ",") continue;
    const read = readFieldRead(outline, index + 3, end);
    if (read !== undefined) {
      reads.set(name.text, { block: around[index]!, read });
    }
  }
  return reads;
}

/** How often a name is given a value or declared; rather too often than too seldom. */
function countBindings(outline: LuaOutline): Map<string, number> {
  const { tokens, partner } = outline;
  const bound = new Map<string, number>();
  const bind = (name: string) => bound.set(name, (bound.get(name) ?? 0) + 1);
  for (const [index, { kind, text }] of tokens.entries()) {
    if (text === "function") {
      let open = index + 1;
      while (tokens[open]?.kind === "name" || tokens[open]?.text === ".") {
        open++;
      }
      if (tokens[open]?.text === ":") open += 2;
      const close = tokens[open]?.text === "(" ? partner[open]! : open;
      for (let at = index + 1; at < close; at++) {
        if (tokens[at]!.kind === "name") bind(tokens[at]!.text);
      }
      continue;
    }
    const before = tokens[index - 1]?.text;
    const next = tokens[index + 1]?.text;
    if (kind !== "name" || before === "." || before === ":") continue;
    const isTarget = (next === "=" || next === "," || next === "in") &&
      isInBlock(outline, index);
    if (isTarget || before === "local") bind(text);
  }
  return bound;
}
