import type { RelatedPlace, SourcePlace } from "../../base/diagnostic.ts";
import {
  type FieldPath,
  printFieldPath,
  valueAt,
} from "../../base/field_path.ts";
import { lazy } from "../../base/lazy.ts";
import type { JsonValue } from "../../base/json.ts";
import type { PlaceFinder } from "../../document/place_finder.ts";
import type { LuaProgram } from "../../source/lua_program.ts";
import { calledFunction } from "./called_function.ts";
import { onlyCallOnLine } from "./call_range.ts";
import { rangeOfToken } from "./expression_range.ts";
import type { FoundOrigin } from "./field_origin.ts";
import { importCalls } from "./import_calls.ts";
import type { LuaOutline } from "./lua_outline.ts";
import {
  placeAt,
  type ProgramText,
  programTexts,
  settingPlace,
} from "./program_texts.ts";
import type { ByteRange } from "./trace_place.ts";
import { requirePlaces } from "./require_places.ts";
import { writtenRanges } from "./word_ranges.ts";
import { writtenPlace } from "./written_place.ts";

/** What is known of where the fields of a program's result were written. */
export interface KnownOrigins {
  /** The origin of a field, or of the nearest section around it. */
  readonly find: (path: FieldPath) => FoundOrigin | undefined;
  /** Absent where the result was refused because of one of its fields. */
  readonly value?: JsonValue;
}

/**
 * Makes a finder for the fields of a program's result.
 *
 * @param program the program as written, not instrumented
 * @param known absent when tracing failed: then every field is at the `return`
 * @param texts its sources, where somebody read them already
 */
export function luaPlaces(
  program: LuaProgram,
  known?: KnownOrigins,
  texts: ReadonlyMap<string, ProgramText> = programTexts(program),
): PlaceFinder {
  const find = (path: FieldPath): FoundOrigin | undefined => {
    const found = known?.find(path);
    return found && texts.has(found.origin.chunk) ? found : undefined;
  };
  const returned = lazy(() => returnPlace(texts.get(program.entry.chunk)!));
  return {
    placeOf(path, at) {
      const found = find(path);
      if (!found) return returned();
      const text = texts.get(found.origin.chunk)!;
      if (found.path.length < path.length) {
        const label = `\`${printFieldPath(found.path)}\` is here`;
        return { ...placeOfOrigin(text, found, "key"), label };
      }
      // A section is best known by its name, anything else by its value.
      const value = valueAt(known?.value, path) as JsonValue | undefined;
      const side = at ?? (typeof value === "object" ? "key" : "value");
      return writtenPlace(texts, found, side, value) ??
        literalPlace(text, found, side, value) ??
        placeOfOrigin(text, found, side);
    },
    relatedTo(path) {
      const found = find(path);
      if (!found) return [];
      const { origin } = found;
      const written = origin.key ?? origin.value;
      const importedAs = texts.get(written?.chunk ?? origin.chunk)?.importedAs;
      return [
        ...found.path.length === path.length ? helperPlace(texts, found) : [],
        ...requirePlaces(
          program,
          texts,
          written?.chunk ?? origin.chunk,
          origin.chunk,
        ),
        ...importedAs === undefined
          ? []
          : importPlaces(program, texts, importedAs),
      ];
    },
    helperOf(path) {
      const found = find(path);
      if (found?.path.length !== path.length || "field" in found.origin) {
        return undefined;
      }
      const text = texts.get(found.origin.chunk)!;
      const value = valueAt(known?.value, path) as JsonValue | undefined;
      // A helper only passed on what is written out.
      if (
        writtenPlace(texts, found, "value", value) ??
          literalPlace(text, found, "value", value)
      ) return undefined;
      const outline = text.outline();
      const call = settingCall(outline, found);
      return call && calledFunction(outline!, call);
    },
  };
}

/** Where a helper set a field whose key or value was written elsewhere. */
function helperPlace(
  texts: ReadonlyMap<string, ProgramText>,
  { origin, path }: FoundOrigin,
): RelatedPlace[] {
  const moved = origin.key ?? origin.value ?? origin.calls;
  if (!moved || !("field" in origin)) return [];
  return [{
    message: `\`${printFieldPath(path)}\` is set here`,
    source: placeAt(texts.get(origin.chunk)!, origin.field.key),
  }];
}

/** The value itself in what gives it: `"high"` in `reasoning.effort("high")`. */
function literalPlace(
  text: ProgramText,
  { origin }: FoundOrigin,
  side: "key" | "value",
  value: JsonValue | undefined,
): SourcePlace | undefined {
  const outline = text.outline();
  const range = "field" in origin
    ? origin.field.value
    : outline && onlyCallOnLine(outline, origin.line);
  if (side === "key" || !range || typeof value !== "string") return undefined;
  if (!outline) return undefined;
  const start = tokenFrom(outline, range.start);
  const end = tokenFrom(outline, range.end);
  const inside = outline.tokens.slice(start, end);
  const isInString = (range: ByteRange) =>
    inside.some(({ kind, start, end }) =>
      kind === "string" && start <= range.start && range.start < end
    );
  // Not the helper's own name: `web.brave` is no value.
  const ranges = [
    ...writtenRanges({ outline, start, end }, value),
  ].filter((range) => "field" in origin || isInString(range));
  return ranges.length === 1 ? placeAt(text, ranges[0]!) : undefined;
}

/** The index of the first token that begins at an offset or behind it. */
function tokenFrom({ tokens }: LuaOutline, offset: number): number {
  let [low, high] = [0, tokens.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (tokens[middle]!.start < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

function placeOfOrigin(
  text: ProgramText,
  { origin, path, around }: FoundOrigin,
  at: "key" | "value",
): SourcePlace {
  if ("field" in origin) return placeAt(text, origin.field[at]);

  const call = settingCall(text.outline(), { origin, path, around });
  return settingPlace(text, origin.line, call, path);
}

/**
 * The call of the helper that set a field, where only its line is known: most
 * often the value of the section around it, as in
 * `compaction = compact.preset("long_coding")`.
 */
function settingCall(
  outline: LuaOutline | undefined,
  { origin, around }: FoundOrigin,
): ByteRange | undefined {
  if ("field" in origin) return undefined;
  for (let section = around; section; section = section.around) {
    const { origin: outer } = section;
    if (!("field" in outer)) continue;
    const isHere = outer.chunk === origin.chunk &&
      outer.field.value.line === origin.line;
    if (isHere) return outer.field.value;
    break;
  }
  return outline && onlyCallOnLine(outline, origin.line);
}

/** Where the profile returns its table: all that is sure without marks. */
function returnPlace(text: ProgramText): SourcePlace {
  const label = "the profile returns here";
  const outline = text.outline();
  const index = outline?.tokens.findLastIndex((token, index) =>
    token.text === "return" && outline.around[index]! < 0
  );
  if (outline && index !== undefined && index >= 0) {
    return { ...placeAt(text, rangeOfToken(outline.tokens[index]!)), label };
  }
  return { file: text.source.file, line: 1, column: 1, length: 0, label };
}

/** The calls of `profile.import` that lead to an imported profile, nearest first. */
function importPlaces(
  program: LuaProgram,
  texts: ReadonlyMap<string, ProgramText>,
  importedAs: string,
): RelatedPlace[] {
  const calls = [...importCalls(program, texts)];
  const related: RelatedPlace[] = [];
  const seen = new Set<string>();
  let name: string | undefined = importedAs;
  while (name !== undefined && !seen.has(name)) {
    seen.add(name);
    const call = calls.find(({ given, text }) =>
      "name" in given && given.name === name && text.importedAs !== name
    );
    if (!call) break;
    related.push({
      message: `\`${name}\` is imported here`,
      source: call.place,
    });
    name = call.text.importedAs;
  }
  return related;
}
