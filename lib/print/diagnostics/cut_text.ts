/** Characters of a name or a value that a text quotes: what suits a line. */
const LONGEST_QUOTED = 200;

/** Characters of a whole text: a list of all fields has a thousand. */
const LONGEST_TEXT = 6000;

const QUOTED = new RegExp("`([^`\\n]{" + (LONGEST_QUOTED + 1) + ",})`", "g");

/**
 * A text that a person can read, whatever somebody else wrote into it: long
 * names and values in it are cut, and so is the whole.
 *
 * @example
 * ```ts
 * import { cutText } from "./cut_text.ts";
 * import assert from "node:assert/strict";
 * assert.equal(cutText("there is no `coder`"), "there is no `coder`");
 * assert.equal(cutText("`" + "x".repeat(1000) + "`").length, 203);
 * ```
 */
export function cutText(text: string): string {
  const short = text.replace(
    QUOTED,
    (_, quoted: string) => "`" + cut(quoted, LONGEST_QUOTED) + "`",
  );
  return short.length > LONGEST_TEXT ? cut(short, LONGEST_TEXT) : short;
}

function cut(text: string, length: number): string {
  return `${text.slice(0, length).toWellFormed()}…`;
}
