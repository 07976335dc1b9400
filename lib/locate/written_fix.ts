import type { Fix } from "../base/fix.ts";

/** What all three languages write in the same way, quoted by either quote. */
const PLAIN = /^[\w ./:@$*-]*$/;

/** A literal of Lua, TOML or JSON, all of it. */
const LITERAL = /^(?:(["'])(?:(?!\1)[^\\])*\1|-?\d+(?:\.\d+)?|true|false)$/;

const NAME = /^[A-Za-z_][\w-]*$/;

/**
 * A fix with its text, in the way the source writes what it takes the place of.
 * Without one where that is neither a plain name nor a literal: to replace a
 * variable or a call would be a guess.
 *
 * @param current exactly what the problem's place covers
 */
export function writtenFix(fix: Fix, current: string): Fix {
  const { replace, put } = fix;
  const quote = /^["']/.exec(current)?.[0];
  const isBareName = replace === "key" && NAME.test(current);
  if (!isBareName && !LITERAL.test(current)) return fix;
  if (typeof put === "string") {
    if (!PLAIN.test(put)) return fix;
    if (isBareName) return NAME.test(put) ? { ...fix, text: put } : fix;
    return quote === undefined ? fix : { ...fix, text: quote + put + quote };
  }
  return typeof put === "number" || typeof put === "boolean"
    ? { ...fix, text: String(put) }
    : fix;
}
