/** A text with its escapes read, and where its characters were written. */
export interface UnescapedText {
  readonly text: string;
  /** The offset at which the character at an offset of `text` was written. */
  writtenAt(offset: number): number;
}

/** An escape of a string of Lua, JSON or TOML: no two of them mean different things. */
const ESCAPE =
  /\\(?:(z\s*)|u\{([0-9A-Fa-f]{1,8})\}|u([0-9A-Fa-f]{4})|U([0-9A-Fa-f]{8})|x([0-9A-Fa-f]{2})|([0-9]{1,3})|([^]))/g;

const CONTROLS: Readonly<Record<string, string>> = {
  a: "\x07",
  b: "\b",
  e: "\x1B",
  f: "\f",
  n: "\n",
  r: "\r",
  t: "\t",
  v: "\v",
};

const HIGHEST_CODE_POINT = 0x10FFFF;

/**
 * Reads the escapes of a text that strings are written in, whatever language
 * it is: for what looks into the strings, and has to say where it found it.
 *
 * @returns `undefined` for a text without an escape
 *
 * @example
 * ```ts
 * import { unescapedText } from "./unescaped_text.ts";
 * import assert from "node:assert/strict";
 * const read = unescapedText(String.raw`"a\u0062\99"`);
 * assert.equal(read?.text, '"abc"');
 * assert.equal(read?.writtenAt(3), 8);
 * ```
 */
export function unescapedText(written: string): UnescapedText | undefined {
  if (!written.includes("\\")) return undefined;
  /** From an offset of the text on, so much more is written. */
  const shifts: { readonly from: number; readonly by: number }[] = [];
  let by = 0;
  const text = written.replace(
    ESCAPE,
    (escape, skipped, braced, four, eight, two, decimal, other, ...rest) => {
      const code = decimal === undefined
        ? parseInt(braced ?? four ?? eight ?? two ?? "", 16)
        : Number(decimal);
      const read = skipped !== undefined
        ? ""
        : other !== undefined
        ? CONTROLS[other] ?? other
        : String.fromCodePoint(Math.min(code, HIGHEST_CODE_POINT));
      const end = rest[0] + escape.length;
      const from = end - by - escape.length + read.length;
      by += escape.length - read.length;
      shifts.push({ from, by });
      return read;
    },
  );
  return {
    text,
    writtenAt: (offset) =>
      offset + (shifts.findLast(({ from }) => from <= offset)?.by ?? 0),
  };
}
