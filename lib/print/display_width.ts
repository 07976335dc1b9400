/** Takes no column of its own: it sits on the character before it. */
const COMBINING = /^\p{M}$/u;

/** Drawn two columns wide: East Asian scripts, full-width forms, emoji. */
const WIDE =
  /^[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\ua960-\ua97f\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff01-\uff60\uffe0-\uffe6\u{1f300}-\u{1faff}\u{20000}-\u{3fffd}]$/u;

/**
 * How many columns a text takes in a terminal.
 *
 * @param text without control characters
 *
 * @example
 * ```ts
 * import { displayWidth } from "@insomnia/profile";
 * import assert from "node:assert/strict";
 * assert.deepEqual(["abc", "日本", "e\u0301"].map(displayWidth), [3, 4, 1]);
 * ```
 */
export function displayWidth(text: string): number {
  let width = 0;
  for (const character of text) width += widthOf(character);
  return width;
}

/** The columns that the widest of some texts takes; 0 where there are none. */
export function widest(texts: readonly string[]): number {
  return texts.reduce((most, text) => Math.max(most, displayWidth(text)), 0);
}

/** The longest beginning of a text that takes at most `room` columns. */
export function takeColumns(text: string, room: number): string {
  let width = 0;
  let taken = "";
  for (const character of text) {
    width += widthOf(character);
    if (width > room) break;
    taken += character;
  }
  return taken;
}

/** The longest end of a text that takes at most `room` columns. */
export function takeLastColumns(text: string, room: number): string {
  let width = 0;
  let start = text.length;
  for (const character of [...text].reverse()) {
    width += widthOf(character);
    if (width > room) break;
    start -= character.length;
  }
  return text.slice(start);
}

function widthOf(character: string): number {
  if (character <= "~") return 1;
  if (COMBINING.test(character)) return 0;
  return WIDE.test(character) ? 2 : 1;
}
