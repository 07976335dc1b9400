import { displayWidth } from "../display_width.ts";
import { wrapText } from "../wrap_text.ts";

/**
 * The carets and what stands beside them; below them where that is too long
 * for the line, as far right as it fits.
 */
export function drawCarets(
  { before, marked, beside }: {
    readonly before: number;
    readonly marked: number;
    readonly beside: string;
  },
  room: number,
): { readonly indent: number; readonly text: string }[] {
  const carets = "^".repeat(marked);
  const line = [carets, beside].filter((part) => part !== "").join(" ");
  const start = marked > 0 ? before : 0;
  if (line === "") return [];
  if (start + displayWidth(line) <= room) {
    return [{ indent: start, text: line }];
  }
  const indent = Math.max(0, Math.min(start, room - displayWidth(beside)));
  return [
    ...(marked > 0 ? [{ indent: start, text: carets }] : []),
    ...wrapText(beside, room - indent).map((text) => ({ indent, text })),
  ];
}
