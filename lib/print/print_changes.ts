import {
  CHANGE_CLASSES,
  type ManifestChange,
} from "../manifest/compare/manifest_change.ts";
import type { Paint } from "./paint.ts";
import { visibleText } from "./visible_text.ts";

/** A change beside which more may be said, such as where a value comes from. */
export interface PrintableChange extends ManifestChange {
  /** Shown below it. */
  readonly remark?: string;
}

/** Values longer than this are cut: the whole one is in the JSON. */
const MAX_VALUE_LENGTH = 160;

/**
 * Changes for a person: what has to be agreed to first, one field after the
 * other, with both values and the reason.
 *
 * @example
 * ```ts
 * import { printChanges } from "./print_changes.ts";
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
): string {
  const width = changes.reduce(
    (most, change) => Math.max(most, change.class.length),
    0,
  );
  const indent = " ".repeat(width + 2);
  return CHANGE_CLASSES
    .flatMap((name) => changes.filter((change) => change.class === name))
    .map((change) => {
      const tone = change.class === "widening" ? "warning" : "strong";
      const label = paint(tone, change.class) +
        indent.slice(change.class.length);
      const more = [change.reason, change.remark]
        .filter((text) => text !== undefined)
        .map((text) => `${indent}${paint("faint", visibleText(text))}\n`);
      return `${label}${change.path}: ${printValue(change.before)} -> ${
        printValue(change.after)
      }\n${more.join("")}`;
    })
    .join("");
}

function printValue(value: unknown): string {
  if (value === undefined) return "(none)";
  const text = visibleText(JSON.stringify(value));
  return text.length <= MAX_VALUE_LENGTH
    ? text
    : `${text.slice(0, MAX_VALUE_LENGTH)}…`;
}
