import { painter } from "../print/paint.ts";
import { printTable } from "../print/print_table.ts";
import { visibleText } from "../print/visible_text.ts";
import type { OutputStyle } from "./output_style.ts";

/**
 * One thing in full for a person: a line for each fact, the thing's name first.
 *
 * @param facts in order; those without a value are left out
 */
export function factTable(
  facts: readonly (readonly [name: string, value: string | undefined])[],
  { color, width }: OutputStyle,
): string {
  const paint = painter(color);
  const rows = facts.flatMap(([name, value]) =>
    value === undefined ? [] : [[visibleText(name), visibleText(value)]]
  );
  return printTable(rows, {
    width,
    paint: (text, { row, column }) =>
      column === 0
        ? paint("faint", text)
        : row === 0
        ? paint("strong", text)
        : text,
  });
}
