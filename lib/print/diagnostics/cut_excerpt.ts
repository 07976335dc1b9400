import type { SourcePlace } from "../../base/diagnostic.ts";
import {
  displayWidth,
  takeColumns,
  takeLastColumns,
} from "../display_width.ts";
import { visibleText } from "../visible_text.ts";

/** A line of source as it can be shown, and the columns to underline in it. */
export interface CutExcerpt {
  readonly text: string;
  /** Columns before the underlined part. */
  readonly before: number;
  /** Columns to underline; 0 when only the line is known. */
  readonly marked: number;
}

const TAB = "    ";
const CUT = "…";

/**
 * Makes a source line fit: control characters become visible, tabs become
 * spaces, and of a line that is too long the part around the place is left.
 *
 * @param room columns for the text
 */
export function cutExcerpt(place: SourcePlace, room: number): CutExcerpt {
  const { excerpt = "", excerptColumn = 1 } = place;
  const line = excerpt.replace(/[\r\n][^]*$/, "").trimEnd();
  const start = place.length > 0 ? place.column - excerptColumn : 0;
  const before = showLine(line.slice(0, start));
  const marked = showLine(line.slice(start, start + place.length));
  const after = showLine(line.slice(start + place.length));

  const shownBefore = cutStart(before, Math.floor(room / 2));
  const roomLeft = room - displayWidth(shownBefore);
  const shownMarked = cutEnd(marked, roomLeft);
  // If the marked part was cut, nothing after it is shown.
  const shownAfter = shownMarked === marked
    ? cutEnd(after, roomLeft - displayWidth(marked))
    : "";
  return displayWidth(before + marked + after) <= room
    ? whole(before, marked, after, place.length)
    : whole(shownBefore, shownMarked, shownAfter, place.length);
}

function whole(
  before: string,
  marked: string,
  after: string,
  length: number,
): CutExcerpt {
  return {
    text: before + marked + after,
    before: displayWidth(before),
    // A place after the end of the line ("expected `}` here") still gets one
    // caret.
    marked: length > 0 ? Math.max(1, displayWidth(marked)) : 0,
  };
}

function showLine(text: string): string {
  return text.split("\t").map(visibleText).join(TAB);
}

function cutStart(text: string, room: number): string {
  if (displayWidth(text) <= room) return text;
  return CUT + takeLastColumns(text, room - 1);
}

function cutEnd(text: string, room: number): string {
  if (displayWidth(text) <= room) return text;
  return takeColumns(text, room - 1) + CUT;
}
