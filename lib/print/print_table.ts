import { displayWidth } from "./display_width.ts";
import { wrapText } from "./wrap_text.ts";

const GAP = "  ";
/** A last column narrower than this is not wrapped: it would be all breaks. */
const MIN_LAST_COLUMN = 20;

/**
 * Rows as columns of text. The last column takes the room that is left and is
 * wrapped in it.
 *
 * @param rows of equal length; cells without control characters
 * @param width columns of the terminal; left out: nothing is wrapped
 * @returns lines without spaces at their end, each with a newline
 *
 * @example
 * ```ts
 * import { printTable } from "./print_table.ts";
 * import assert from "node:assert/strict";
 * assert.equal(
 *   printTable([["coder", "writes code"], ["日本", "x"]]),
 *   "coder  writes code\n日本   x\n",
 * );
 * ```
 */
export function printTable(
  rows: readonly (readonly string[])[],
  width?: number,
): string {
  const widths = (rows[0] ?? []).map((_, column) =>
    Math.max(...rows.map((row) => displayWidth(row[column])))
  );
  const indent = widths.slice(0, -1)
    .reduce((sum, column) => sum + column + GAP.length, 0);
  const room = width === undefined || width - indent < MIN_LAST_COLUMN
    ? undefined
    : width - indent;
  return rows.flatMap((row) => {
    const cells = row.slice(0, -1).map((cell, column) =>
      cell + " ".repeat(widths[column] - displayWidth(cell)) + GAP
    );
    const [first, ...rest] = wrapText(row.at(-1) ?? "", room);
    return [cells.join("") + first, ...rest.map((l) => " ".repeat(indent) + l)];
  }).map((line) => `${line.trimEnd()}\n`).join("");
}
