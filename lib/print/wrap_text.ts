import { displayWidth } from "./display_width.ts";

/** Narrower than this, wrapping makes a text harder to read, not easier. */
const MIN_WIDTH = 20;

/**
 * Breaks a text between words so that no line is wider than `width` columns; a
 * word that is wider stands alone. Line breaks in the text are kept, and so is
 * the indentation of each line.
 *
 * @param width columns; left out: only the text's own line breaks count
 *
 * @example
 * ```ts
 * import { wrapText } from "@insomnia/profile";
 * import assert from "node:assert/strict";
 * assert.deepEqual(wrapText("one of: read, write, execute", 20), [
 *   "one of: read, write,",
 *   "execute",
 * ]);
 * ```
 */
export function wrapText(text: string, width?: number): string[] {
  const lines = text.split("\n");
  if (width === undefined) return lines;
  return lines.flatMap((line) => wrapLine(line, Math.max(width, MIN_WIDTH)));
}

function wrapLine(line: string, width: number): string[] {
  if (displayWidth(line) <= width) return [line.trimEnd()];
  const indent = /^ */.exec(line)![0];
  const lines: string[] = [];
  let current = "";
  // Of several spaces, all but the last stay with the word before them.
  for (const word of line.trim().split(/ (?! )/)) {
    const longer = current === "" ? indent + word : `${current} ${word}`;
    if (current !== "" && displayWidth(longer) > width) {
      lines.push(current.trimEnd());
      current = indent + word;
    } else {
      current = longer;
    }
  }
  return [...lines, current];
}
