/** A word without any character that means something to a POSIX shell. */
const PLAIN = /^[A-Za-z0-9_./:=@%+,-]+$/;

/**
 * A word that a POSIX shell reads as exactly this text.
 *
 * @example
 * ```ts
 * import { shellWord } from "./shell_word.ts";
 * import assert from "node:assert/strict";
 * assert.equal(shellWord("/ws/src"), "/ws/src");
 * assert.equal(shellWord("it's $HOME"), `'it'\\''s $HOME'`);
 * ```
 */
export function shellWord(text: string): string {
  return PLAIN.test(text) ? text : `'${text.replaceAll("'", `'\\''`)}'`;
}
