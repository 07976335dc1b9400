import {
  CHANGE_CLASSES,
  type ManifestChange,
} from "../manifest/compare/manifest_change.ts";
import type { PrintableChange } from "./print_changes.ts";

/** What became of one profile between two states. */
export interface ComparedProfile {
  /** As `project:coder`. */
  readonly name: string;
  /** Each with what more is to be said beside it. */
  readonly changes: readonly PrintableChange[];
  /** In place of changes: that it is new, gone or broken. */
  readonly remark?: string;
}

/** What a comment of a pull request may hold. */
const LONGEST_TEXT = 65_536;
/** For the last line, which says what was left out. */
const ROOM_FOR_REST = 200;
const LONGEST_VALUE = 200;

/**
 * Changes as Markdown, for a pull request: what lets a Pod do more comes first,
 * within a profile and among them. Never longer than a comment may be.
 *
 * @example
 * ```ts
 * import { printChangesMarkdown } from "@insomnia/profile";
 * import assert from "node:assert/strict";
 * const text = printChangesMarkdown([{
 *   name: "project:coder",
 *   changes: [{ path: "web.enabled", before: false, after: true, class: "widening" }],
 * }]);
 * assert.match(text, /\| \*\*widening\*\* \| `web.enabled` \| `false` \| `true` \|/);
 * ```
 */
export function printChangesMarkdown(
  compared: readonly ComparedProfile[],
): string {
  const told = compared
    .filter(({ changes, remark }) => changes.length > 0 || remark)
    .toSorted((a, b) => rankOf(a) - rankOf(b));
  if (told.length === 0) return "No manifest changes.\n";
  const widenings = told.filter(({ changes }) => changes.some(isWidening));
  const title = widenings.length > 0
    ? `**${count(widenings.length, "profile")} may do more than before.**\n`
    : "No profile may do more than before.\n";
  const rows = told.flatMap((profile) => rowsOf(profile));
  let text = title;
  for (const [index, row] of rows.entries()) {
    if (text.length + row.length > LONGEST_TEXT - ROOM_FOR_REST) {
      return `${text}\n${
        count(rows.length - index, "line")
      } more, which do not fit here.\n`;
    }
    text += row;
  }
  return text;
}

function rowsOf({ name, changes, remark }: ComparedProfile): string[] {
  const sorted = CHANGE_CLASSES.flatMap((wanted) =>
    changes.filter((change) => change.class === wanted)
  );
  return [
    `\n### ${code(name)}\n\n${remark ? `${escapeText(remark)}\n` : ""}`,
    ...sorted.length > 0
      ? [`| class | field | before | after | why |\n|---|---|---|---|---|\n`]
      : [],
    ...sorted.map((change) => {
      const label = isWidening(change) ? `**${change.class}**` : change.class;
      const why = [change.reason, change.remark]
        .filter((text) => text !== undefined)
        .map(escapeText).join("<br>");
      return `| ${label} | ${code(change.path)} | ${value(change.before)} | ${
        value(change.after)
      } | ${why} |\n`;
    }),
  ];
}

function isWidening(change: ManifestChange): boolean {
  return change.class === "widening";
}

function rankOf({ changes }: ComparedProfile): number {
  return changes.reduce(
    (least, change) => Math.min(least, CHANGE_CLASSES.indexOf(change.class)),
    CHANGE_CLASSES.length,
  );
}

function count(number: number, what: string): string {
  return `${number} ${what}${number === 1 ? "" : "s"}`;
}

function value(data: unknown): string {
  if (data === undefined) return "(none)";
  const text = JSON.stringify(data);
  return code(
    text.length <= LONGEST_VALUE ? text : `${text.slice(0, LONGEST_VALUE)}…`,
  );
}

/** Text in a code span of a table, whatever is in it. */
function code(text: string): string {
  const line = text.replace(/[\p{C}\u2028\u2029]/gu, " ").replaceAll(
    "|",
    "\\|",
  );
  const longest = [...line.matchAll(/`+/g)]
    .reduce((most, [ticks]) => Math.max(most, ticks.length), 0);
  const fence = "`".repeat(longest + 1);
  const pad = longest > 0 ? " " : "";
  return fence + pad + line + pad + fence;
}

/** Text that no Markdown and no HTML is read in. */
function escapeText(text: string): string {
  return text.replace(/[\p{C}\u2028\u2029]/gu, " ")
    .replace(/[&<>]/g, (sign) => `&#${sign.charCodeAt(0)};`)
    .replace(/[\\`*_{}[\]()#+!|~@]/g, "\\$&");
}
