import {
  CHANGE_CLASSES,
  type ManifestChange,
} from "../manifest/compare/manifest_change.ts";
import type { Paint } from "./paint.ts";
import { widest } from "./display_width.ts";
import { visibleText } from "./visible_text.ts";
import { wrapText } from "./wrap_text.ts";

/** A change with an optional remark, such as where a value comes from. */
export interface PrintableChange extends ManifestChange {
  /** Shown below it. */
  readonly remark?: string;
}

/** Longer values are cut; the JSON has the whole one. */
const MAX_VALUE_LENGTH = 160;

/** On a narrower terminal the text of a change stands below its class. */
const ROOM_BESIDE_CLASS = 60;

/** The indentation below the class. */
const SPACE_BELOW_CLASS = "    ";

/**
 * Changes for a person: what has to be agreed to first, one field after the
 * other, with both values and the reason.
 *
 * @param width columns of the terminal; left out: nothing is wrapped
 *
 * @example
 * ```ts
 * import { printChanges } from "@insomnia/profile";
 * import assert from "node:assert/strict";
 * assert.equal(
 *   printChanges([{ path: "worker.max_turns", before: 10, after: 20, class: "cost" }]),
 *   "cost  worker.max_turns: 10 -> 20\n",
 * );
 * ```
 */
export function printChanges(
  changes: readonly PrintableChange[],
  paint: Paint = (_tone, text) => text,
  width?: number,
): string {
  const longest = widest(changes.map((change) => change.class));
  const isBeside = (width ?? ROOM_BESIDE_CLASS) >= ROOM_BESIDE_CLASS;
  const indent = isBeside ? " ".repeat(longest + 2) : SPACE_BELOW_CLASS;
  const wrapped = (text: string) =>
    wrapText(text, width === undefined ? undefined : width - indent.length);
  return CHANGE_CLASSES
    .flatMap((name) => changes.filter((change) => change.class === name))
    .map((change) => {
      const tone = change.class === "widening" ? "warning" : "strong";
      const label = paint(tone, change.class) +
        (isBeside ? indent.slice(change.class.length) : `\n${indent}`);
      const values = wrapped(
        `${visibleText(change.path)}: ${printValue(change.before)} -> ${
          printValue(change.after)
        }`,
      );
      const more = [change.reason, change.remark]
        .filter((text) => text !== undefined)
        .flatMap((text) => wrapped(visibleText(text)))
        .map((line) => `${indent}${paint("faint", line)}\n`);
      return `${label}${values.join(`\n${indent}`)}\n${more.join("")}`;
    })
    .join("");
}

function printValue(value: unknown): string {
  if (value === undefined) return "(none)";
  // Spaces between the parts allow the text to be wrapped.
  const spaced = JSON.stringify(value, null, 1).replaceAll(/\n */g, " ");
  const text = visibleText(spaced);
  if (text.length <= MAX_VALUE_LENGTH) return text;
  // Two long lists usually begin alike, so a cut list would not show the
  // difference.
  return Array.isArray(value)
    ? `[${value.length} items]`
    : `${text.slice(0, MAX_VALUE_LENGTH)}…`;
}
