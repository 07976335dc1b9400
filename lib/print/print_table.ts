import { displayWidth, widest } from "./display_width.ts";
import { wrapText } from "./wrap_text.ts";

const GAP = "  ";
/** In a last column narrower than this, text would be all breaks. */
const MIN_LAST_COLUMN = 20;
/** The indentation below a row's name if the columns do not fit. */
const INDENT = "  ";
const NO_BREAK = "\u00a0";

/** How a table is drawn. */
export interface TableOptions {
  /** Columns of the terminal; left out: nothing is wrapped. */
  readonly width?: number | undefined;
  /** A title for each column. */
  readonly head?: readonly string[];
  /** Styles a cell; must not change its width. */
  readonly paint?: (text: string, cell: TableCell) => string;
}

/** Which cell is drawn. */
export interface TableCell {
  /** From 0; `undefined` for the head. */
  readonly row: number | undefined;
  /** From 0. */
  readonly column: number;
}

/**
 * Rows as columns of text. The last column takes the room that is left and is
 * wrapped in it. Where the terminal is too narrow for that, each row stands
 * alone: what it begins with, and below it the rest, each with its title.
 *
 * @param rows of equal length; cells without control characters
 * @returns lines without spaces at their end, each with a newline
 *
 * @example
 * ```ts
 * import { printTable } from "@insomnia/profile";
 * import assert from "node:assert/strict";
 * assert.equal(
 *   printTable([["coder", "writes code"], ["日本", "x"]]),
 *   "coder  writes code\n日本   x\n",
 * );
 * ```
 */
export function printTable(
  rows: readonly (readonly string[])[],
  options: TableOptions = {},
): string {
  const { head, width } = options;
  const all = head ? [head, ...rows] : rows;
  const widths = (all[0] ?? []).map((_, column) =>
    widest(all.map((row) => row[column]!))
  );
  const last = widths.at(-1) ?? 0;
  const indent = widths.slice(0, -1)
    .reduce((sum, column) => sum + column + GAP.length, 0);
  const fits = width === undefined ||
    indent + Math.max(Math.min(last, MIN_LAST_COLUMN), longestWord(all)) <=
      width;
  const lines = fits
    ? all.flatMap((row, at) =>
      columnLines(row, head ? at - 1 : at, widths, indent, options)
    )
    : rows.flatMap((row, at) => stackedLines(row, at, options));
  return lines.map((line) => `${line.trimEnd()}\n`).join("");
}

/**
 * The widest word of the last column, which cannot be wrapped. Beside a single
 * column of names a cell that does not fit stands below its name.
 */
function longestWord(rows: readonly (readonly string[])[]): number {
  if ((rows[0] ?? []).length <= 2) return 0;
  return widest(rows.flatMap((row) => (row.at(-1) ?? "").split(" ")));
}

function columnLines(
  row: readonly string[],
  at: number,
  widths: readonly number[],
  indent: number,
  { width, paint = (text) => text }: TableOptions,
): string[] {
  const look = (text: string, column: number) =>
    paint(text, { row: at < 0 ? undefined : at, column });
  const cells = row.slice(0, -1).map((cell, column) =>
    look(cell, column) + " ".repeat(widths[column]! - displayWidth(cell)) + GAP
  );
  const column = row.length - 1;
  const text = row[column] ?? "";
  const room = width === undefined ? undefined : width - indent;
  if (row.length === 2 && widest(text.split(" ")) > (room ?? Infinity)) {
    return [
      look(row[0]!, 0),
      ...linesBelow(row, text, width!).map(([space, line]) =>
        space + look(line, column)
      ),
    ];
  }
  const [first = "", ...rest] = wrapText(text, room);
  return [
    cells.join("") + look(first, column),
    ...rest.map((line) => " ".repeat(indent) + look(line, column)),
  ];
}

function stackedLines(
  row: readonly string[],
  at: number,
  { width = Infinity, head, paint = (text) => text }: TableOptions,
): string[] {
  const look = (text: string, column: number) =>
    paint(text, { row: at, column });
  // Without a head, all but the last cell stand beside the name.
  const beside = head ? 1 : row.length - 1;
  const name = row.slice(0, beside)
    .flatMap((cell, column) => cell === "" ? [] : look(cell, column));
  const rest = row.slice(beside).flatMap((cell, index) => {
    const title = head?.[beside + index]?.toLowerCase();
    if (cell === "") return [];
    const text = title ? `${title} ${cell}` : cell;
    // A title and its value stay on one line if they fit.
    return head && displayWidth(text) < width - spaceBelow(row).length
      ? text.replaceAll(" ", NO_BREAK)
      : text;
  });
  if (rest.length === 0) return [name.join(GAP)];
  return [
    name.join(GAP),
    ...linesBelow(row, rest.join(", "), width).map(([space, line]) =>
      space + look(line.replaceAll(NO_BREAK, " "), row.length - 1)
    ),
  ];
}

/**
 * What stands below a row's name, each line with the space before it, which a
 * word that would be too wide takes from.
 */
function linesBelow(
  row: readonly string[],
  text: string,
  width: number,
): (readonly [space: string, line: string])[] {
  const space = spaceBelow(row);
  return wrapText(text, width - space.length).map((line) => [
    space.slice(0, Math.max(0, width - displayWidth(line))),
    line,
  ]);
}

/** Further in than the name. */
function spaceBelow(row: readonly string[]): string {
  return /^ */.exec(row[0] ?? "")![0] + INDENT;
}
