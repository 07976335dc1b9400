import { type FieldPath, valueAt } from "../../base/field_path.ts";
import type { JsonValue } from "../../base/json.ts";
import type { FieldMark, MarkTree } from "../../lua/mark_tree.ts";
import type { FieldRanges, TracePlace } from "./trace_place.ts";

/** Where a field was written: its ranges, or only the line of a helper's call. */
export type FieldOrigin =
  | { readonly chunk: string; readonly field: FieldRanges }
  | { readonly chunk: string; readonly line: number };

/** The origin of a field, or of the nearest section around it. */
export interface FoundOrigin {
  readonly origin: FieldOrigin;
  /** The part of the path that the origin is of. */
  readonly path: FieldPath;
  /** The origin of the section around that. */
  readonly around?: FoundOrigin;
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
  if ("line" in mark) return mark;
  const place = places[mark.id];
  if (place?.kind === "field") return place;
  const field = "key" in mark ? place?.fields.get(mark.key) : undefined;
  return field && { chunk: place.chunk, field };
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
