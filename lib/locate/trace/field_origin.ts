import { type FieldPath, valueAt } from "../../base/field_path.ts";
import type { JsonValue } from "../../base/json.ts";
import type { FieldMark, MarkedCall, MarkTree } from "../../lua/mark_tree.ts";
import { REST } from "./table_fields.ts";
import type { ByteRange, FieldRanges, TracePlace } from "./trace_place.ts";

/** A stretch of a source. */
export interface Spot {
  readonly chunk: string;
  readonly range: ByteRange;
}

/** What is known of a field that generic code put where it is. */
export interface Passage {
  /** Where the key was written, if not there. */
  readonly key?: Spot | undefined;
  /** Where the value was written, if not there. */
  readonly value?: Spot | undefined;
  /** Whether the value is written out there. */
  readonly written?: boolean | undefined;
  /** Of a computed key that was read from nothing known: the calls that led there, innermost first. */
  readonly calls?: readonly MarkedCall[] | undefined;
  /** The same of a value that was a variable. */
  readonly valueCalls?: readonly MarkedCall[] | undefined;
}

/** Where a field was set: its ranges, or only the line of a helper's call. */
export type FieldOrigin =
  & Passage
  & { readonly chunk: string }
  & ({ readonly field: FieldRanges } | { readonly line: number });

/** The origin of a field, or of the nearest section around it. */
export interface FoundOrigin {
  readonly origin: FieldOrigin;
  /** The part of the path that the origin is of. */
  readonly path: FieldPath;
  /** The origin of the section around that. */
  readonly around?: FoundOrigin | undefined;
}

/** Where the table that a program returned was made. */
export function rootOrigin(
  marks: MarkTree,
  places: readonly TracePlace[],
): FoundOrigin | undefined {
  const origin = originOfTable(marks, places);
  return origin && { origin, path: [] };
}

/**
 * Finds where a field of a traced result was written.
 *
 * @param value the result, where it is known: of a field that is not in it,
 * the nearest section that is
 */
export function findOrigin(
  path: FieldPath,
  marks: MarkTree,
  places: readonly TracePlace[],
  value?: JsonValue,
): FoundOrigin | undefined {
  let found: FoundOrigin | undefined;
  let table: MarkTree | undefined = marks;
  for (const [index, part] of path.entries()) {
    const here = path.slice(0, index + 1);
    const missing = value !== undefined && valueAt(value, here) === undefined;
    if (!table || missing) break;
    const child: MarkTree | undefined = table.children.get(part);
    const origin = originOf(markOf(table, part), places) ??
      originOfTable(child, places);
    if (origin) found = { origin, path: here, around: found };
    table = child;
  }
  return found;
}

/** What is known of a field: a mark of its own, else the table's constructor. */
function markOf(table: MarkTree, part: string | number): FieldMark | undefined {
  const own = table.fields.get(part);
  if (own || table.made === undefined) return own;
  return { id: table.made, key: typeof part === "number" ? part + 1 : part };
}

function originOf(
  mark: FieldMark | undefined,
  places: readonly TracePlace[],
): FieldOrigin | undefined {
  if (!mark) return undefined;
  const passage = passageOf(mark, places);
  if ("line" in mark) {
    return { chunk: mark.chunk, line: mark.line, ...passage };
  }
  const field = rangesOf(mark, places, true);
  return field && { chunk: places[mark.id]!.chunk, field, ...passage };
}

/** What a mark tells of the way to where the field was set. */
function passageOf(
  mark: FieldMark,
  places: readonly TracePlace[],
): Passage {
  const { key_at, key_side = "key", value_at } = mark;
  const place = "id" in mark ? places[mark.id] : undefined;
  const assignment = place?.kind === "field" ? place : undefined;
  const key = key_at && spotOf(key_at, key_side, places);
  const value = value_at && spotOf(value_at, "value", places);
  const computed = assignment ? assignment.computed : "calls" in mark;
  // The key of a table that was decoded and then copied was computed, too.
  const calls = key || !computed
    ? undefined
    : listOf(key_at?.calls) ?? listOf(mark.calls) ?? [];
  return {
    key,
    value,
    written: assignment?.written,
    calls,
    valueCalls: value ? undefined : listOf(mark.value_calls),
  };
}

/** An empty list comes out of Lua as an object. */
function listOf(
  calls: readonly MarkedCall[] | undefined,
): readonly MarkedCall[] | undefined {
  return calls && (Array.isArray(calls) ? calls : []);
}

/** The key or the value of a marked field; nothing where that is computed, too. */
function spotOf(
  mark: FieldMark,
  side: "key" | "value",
  places: readonly TracePlace[],
): Spot | undefined {
  const field = rangesOf(mark, places);
  if (!field || !("id" in mark)) return undefined;
  const place = places[mark.id]!;
  const computed = place.kind === "field" && place.computed;
  if (side === "key" && computed) return undefined;
  return { chunk: place.chunk, range: field[side] };
}

/** @param withRest whether what gave an item will do where the item is not written */
function rangesOf(
  mark: FieldMark,
  places: readonly TracePlace[],
  withRest = false,
): FieldRanges | undefined {
  if (!("id" in mark)) return undefined;
  const place = places[mark.id];
  if (place?.kind === "field") return place.field;
  if (!("key" in mark)) return undefined;
  return place?.fields.get(mark.key) ??
    (withRest && typeof mark.key === "number"
      ? place?.fields.get(REST)
      : undefined);
}

/** A table whose field is unknown (`table.insert`) is where its braces are. */
function originOfTable(
  table: MarkTree | undefined,
  places: readonly TracePlace[],
): FieldOrigin | undefined {
  const place = table?.made === undefined ? undefined : places[table.made];
  if (place?.kind !== "table") return undefined;
  return {
    chunk: place.chunk,
    field: { key: place.brace, value: place.brace },
  };
}
