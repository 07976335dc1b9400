import type { SourcePlace } from "../base/diagnostic.ts";
import { isFieldInside, printFieldPath } from "../base/field_path.ts";
import type { Origin } from "../manifest/origin.ts";
import type { PodManifest } from "../schema/pod_manifest.ts";
import { explainOrigin, type OriginWords } from "./explain_origin.ts";
import type { Paint } from "./paint.ts";
import { runtimeRemarks } from "../manifest/runtime_problems.ts";
import { displayWidth, widest } from "./display_width.ts";
import { visibleText } from "./visible_text.ts";
import { wrapText } from "./wrap_text.ts";

/** One value of a manifest, and where it came from. */
export interface Explained {
  /** As `compaction.threshold`. */
  readonly path: string;
  /** As the manifest has it. */
  readonly value: unknown;
  /** What gave it. */
  readonly origin: Origin;
  /** A remark on what the runtime does with it. */
  readonly remark?: string | undefined;
}

/** A longer value is cut in the overview of a manifest. */
const LONGEST_VALUE = 60;

/** Between a value and what gave it. */
const GAP = "  ";

/** Before the second line of a value, and before what gave it below it. */
const INSIDE = "    ";

/**
 * The values of a manifest with their origins, in its order.
 *
 * @param field only this field, or what is inside this section or list
 */
export function explainedValues(
  manifest: PodManifest,
  origins: Readonly<Record<string, Origin>>,
  field?: string,
): readonly Explained[] {
  const { profile: _, ...sections } = manifest;
  const remarks = runtimeRemarks(manifest);
  return valuesOf(sections, "").flatMap(({ path, value }): Explained[] => {
    if (!Object.hasOwn(origins, path)) return [];
    if (field !== undefined && !isFieldInside(path, field)) return [];
    const remark = remarks.get(path);
    return [{
      path,
      value,
      origin: origins[path]!,
      ...remark !== undefined && { remark },
    }];
  });
}

/**
 * One field in a paragraph: its value, what gave it, the arithmetic.
 *
 * @param width columns of the terminal; left out: nothing is wrapped
 */
export function printParagraph(
  { path, value, origin, remark }: Explained,
  words: OriginWords,
  paint: Paint,
  width?: number,
): string {
  const name = visibleText(path);
  const [first = "", ...rest] = wrapInside(
    `${name} = ${printValue(value)}`,
    INSIDE,
    width,
  );
  const lines = [
    ...explainOrigin(path, origin, words),
    ...remark === undefined ? [] : [remark],
  ]
    .flatMap((line) => wrapBelow(visibleText(line), "  ", width));
  return [
    paint("strong", first.slice(0, name.length)) + first.slice(name.length),
    ...rest,
    ...lines,
  ].map((line) => `${line}\n`).join("");
}

/**
 * A line for each value: the value, and behind it in a word what gave it; below
 * it where both do not fit.
 *
 * @param width columns of the terminal; left out: nothing is wrapped
 */
export function printAnnotated(
  values: readonly Explained[],
  words: OriginWords,
  paint: Paint,
  width?: number,
): string {
  const longest = Math.min(LONGEST_VALUE, (width ?? Infinity) - INSIDE.length);
  const rows = values.map(({ path, value, origin }) => ({
    text: `${visibleText(path)} = `,
    value: cut(printValue(value), longest),
    note: `# ${visibleText(explainOrigin(path, origin, words)[0] ?? "")}`,
  }));
  // Notes are aligned in one column, unless that leaves too little room for
  // them.
  const needed = widest(rows.map(({ text, value }) => text + value));
  const column = Math.min(needed, Math.floor((width ?? Infinity) / 2));
  return rows.map(({ text, value, note }) => {
    const used = Math.max(displayWidth(text + value), column);
    const space = " ".repeat(used - displayWidth(text + value)) + GAP;
    return used + GAP.length + displayWidth(note) <= (width ?? Infinity)
      ? `${text}${value}${space}${paint("faint", note)}\n`
      : [
        ...wrapInside(text + value, INSIDE, width),
        ...wrapBelow(note, INSIDE, width).map((line) => paint("faint", line)),
      ].map((line) => `${line}\n`).join("");
  }).join("");
}

/** A text whose lines after the first are indented. */
function wrapInside(text: string, space: string, width?: number): string[] {
  const [first = "", ...rest] = wrapText(text, width && width - space.length);
  return [first, ...rest.map((line) => space + line)];
}

function wrapBelow(text: string, space: string, width?: number): string[] {
  return wrapText(text, width && width - space.length)
    .map((line) => space + line);
}

/** The same for a program. */
export function explanationData(
  values: readonly Explained[],
  { placeOf }: Pick<OriginWords, "placeOf">,
): readonly Record<string, unknown>[] {
  return values.map(({ path, value, origin, remark }) => {
    const found = "field" in origin
      ? placeOf(printFieldPath(origin.field))
      : undefined;
    return {
      path,
      value,
      origin: "field" in origin
        ? { ...origin, field: printFieldPath(origin.field) }
        : origin,
      ...remark !== undefined && { runtime: remark },
      ...found && {
        source: placeData(found.source),
        ...found.helper !== undefined && { helper: found.helper },
        ...found.related.length > 0 && {
          through: found.related.map(({ message, source }) => ({
            message,
            ...source && { source: placeData(source) },
          })),
        },
      },
    };
  });
}

function placeData({ file, line, column, length }: SourcePlace) {
  return { file, line, column, length };
}

function valuesOf(
  value: unknown,
  path: string,
): readonly { readonly path: string; readonly value: unknown }[] {
  const isTable = typeof value === "object" && value !== null &&
    !Array.isArray(value);
  const isListOfTables = Array.isArray(value) && value.length > 0 &&
    value.every((item) => typeof item === "object" && item !== null);
  const parts: [string, unknown][] = isListOfTables
    ? (value as unknown[]).map((item, index) => [`${path}[${index}]`, item])
    : isTable
    ? Object.entries(value).map(([key, item]) => [
      path === "" ? printFieldPath([key]) : path + inner(key),
      item,
    ])
    : [];
  if (parts.length === 0) return [{ path, value }];
  return parts.flatMap(([inside, item]) => valuesOf(item, inside));
}

/** A key as it stands behind the path of its table. */
function inner(key: string): string {
  const printed = printFieldPath([key]);
  return printed.startsWith("[") ? printed : `.${printed}`;
}

function printValue(value: unknown): string {
  return visibleText(JSON.stringify(value));
}

function cut(text: string, longest: number): string {
  return text.length <= longest ? text : `${text.slice(0, longest - 1)}…`;
}
