import {
  CHANGE_CLASSES,
  type ManifestChange,
} from "../manifest/compare/manifest_change.ts";
import { counted } from "../base/counted.ts";
import type { PrintableChange } from "./print_changes.ts";

/** What became of one profile between two states. */
export interface ComparedProfile {
  /** As `project:coder`. */
  readonly name: string;
  /** Each with a remark. */
  readonly changes: readonly PrintableChange[];
  /** In place of changes: that it is new, removed or broken. */
  readonly remark?: string;
}

/** What a comment of a pull request may hold. */
const LONGEST_TEXT = 65_536;
/** Room for the last line, which says what was left out. */
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
  const title = titleOf(told);
  const heads = told.map(headOf);
  const rows = told.flatMap(rowsOf);
  const shown = new Set<Row>();
  const headed = new Set<number>();
  let length = title.length + ROOM_FOR_REST;
  // If not everything fits, the widenings of all profiles come before other
  // rows.
  for (const row of rows.toSorted((a, b) => a.rank - b.rank)) {
    const head = headed.has(row.profile) ? 0 : heads[row.profile]!.length;
    length += head + row.text.length;
    if (length > LONGEST_TEXT) break;
    headed.add(row.profile);
    shown.add(row);
  }
  const text = heads.map((head, profile) =>
    headed.has(profile)
      ? head + rows.filter((row) => row.profile === profile && shown.has(row))
        .map(({ text }) => text).join("")
      : ""
  ).join("");
  const left = rows.length - shown.size;
  return title + text +
    (left === 0
      ? ""
      : `\n${counted(left, "line")} more, which do not fit here.\n`);
}

/** A line below the heading of a profile; empty for one without changes. */
interface Row {
  readonly text: string;
  /** Index of its profile. */
  readonly profile: number;
  readonly rank: number;
}

/** What is newly allowed, in a sentence or two. */
function titleOf(told: readonly ComparedProfile[]): string {
  const widenings = told.filter(({ changes }) => changes.some(isWidening));
  const apart = told.filter(isApart).length;
  const first = widenings.length > 0
    ? `**${counted(widenings.length, "profile")} may do more than before.**`
    : `No ${apart > 0 ? "compared " : ""}profile may do more than before.`;
  return apart === 0
    ? `${first}\n`
    : `${first} ${
      counted(apart, "profile")
    } could not be compared: new, gone or broken.\n`;
}

function headOf({ name, changes, remark }: ComparedProfile): string {
  const table = changes.length > 0
    ? `| class | field | before | after | why |\n|---|---|---|---|---|\n`
    : "";
  return `\n### ${code(name)}\n\n${
    remark ? `${escapeText(remark)}\n` : ""
  }${table}`;
}

function rowsOf(compared: ComparedProfile, profile: number): readonly Row[] {
  const { changes } = compared;
  if (changes.length === 0) {
    return [{ text: "", profile, rank: rankOf(compared) }];
  }
  return changes.map((change) => {
    const label = isWidening(change) ? `**${change.class}**` : change.class;
    const why = [change.reason, change.remark]
      .filter((text) => text !== undefined)
      .map(escapeText).join("<br>");
    const text = `| ${label} | ${code(change.path)} | ${
      value(change.before)
    } | ${value(change.after)} | ${why} |\n`;
    return { text, profile, rank: CHANGE_CLASSES.indexOf(change.class) };
  }).toSorted((a, b) => a.rank - b.rank);
}

/** Whether one side has no manifest. */
function isApart({ changes, remark }: ComparedProfile): boolean {
  return changes.length === 0 && remark !== undefined;
}

function isWidening(change: ManifestChange): boolean {
  return change.class === "widening";
}

function rankOf(compared: ComparedProfile): number {
  // What a new profile adds is unknown: it sorts after the widenings, before
  // the rest.
  if (isApart(compared)) return 0.5;
  return compared.changes.reduce(
    (least, change) => Math.min(least, CHANGE_CLASSES.indexOf(change.class)),
    CHANGE_CLASSES.length,
  );
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

/** Text with Markdown and HTML escaped. */
function escapeText(text: string): string {
  return text.replace(/[\p{C}\u2028\u2029]/gu, " ")
    .replace(/[&<>]/g, (sign) => `&#${sign.charCodeAt(0)};`)
    .replace(/[\\`*_{}[\]()#+!|~@]/g, "\\$&");
}
