import type { SourcePlace } from "../../base/diagnostic.ts";
import type { JsonValue } from "../../base/json.ts";
import type { MarkedCall } from "../../lua/mark_tree.ts";
import { callsOnLine } from "./call_range.ts";
import type { FoundOrigin } from "./field_origin.ts";
import { placeAt, type ProgramText, settingPlace } from "./program_texts.ts";
import {
  type TokenSpan,
  wordRangesInStrings,
  writtenRanges,
} from "./word_ranges.ts";

type Texts = ReadonlyMap<string, ProgramText>;
type Scalar = string | number | boolean;

/**
 * Where what generic code put into a table was written, from what is surest to
 * what is less so: where it was read, the literal in a call that led there, the
 * only place of the word in all sources, the call in the profile.
 *
 * @param value the field's value, where it is known
 * @returns `undefined` when it was written where it was set
 */
export function writtenPlace(
  texts: Texts,
  found: FoundOrigin,
  side: "key" | "value",
  value: JsonValue | undefined,
): SourcePlace | undefined {
  const { origin, path } = found;
  const spot = origin[side];
  const text = spot && texts.get(spot.chunk);
  if (spot && text) return placeAt(text, spot.range);

  if (side === "value" && origin.written) return undefined;
  const key = path.at(-1);
  if (side === "value" && origin.valueCalls && isScalar(value)) {
    const place = literalInCalls(texts, origin.valueCalls, value, key);
    if (place) return place;
  }
  if (!origin.calls || typeof key !== "string") return undefined;
  return keyInCalls(texts, origin.calls, key, side === "value" ? value : key) ??
    onlyPlaceOf(texts, key) ?? callPlace(texts, found, origin.calls);
}

function isScalar(value: JsonValue | undefined): value is Scalar {
  return value !== undefined && value !== null && typeof value !== "object";
}

/**
 * The value among the arguments of a call; of several, the first behind the
 * field's name: `set("many", "max_turns", "many")`.
 */
function literalInCalls(
  texts: Texts,
  calls: readonly MarkedCall[],
  value: Scalar,
  key: string | number | undefined,
): SourcePlace | undefined {
  for (const { text, span } of argumentsOf(texts, calls)) {
    const ranges = [...writtenRanges(span, value)];
    if (ranges.length === 0) continue;
    const name = typeof key === "string"
      ? first(writtenRanges(span, key))
      : undefined;
    const behind = name && ranges.find(({ start }) => start > name.start);
    return placeAt(text, behind ?? ranges[0]!);
  }
}

/** The field's name among the arguments of a call, or the value beside it. */
function keyInCalls(
  texts: Texts,
  calls: readonly MarkedCall[],
  key: string,
  wanted: JsonValue | undefined,
): SourcePlace | undefined {
  for (const { text, span } of argumentsOf(texts, calls)) {
    const name = first(writtenRanges(span, key));
    if (!name) continue;
    const beside = isScalar(wanted)
      ? [...writtenRanges(span, wanted)].find(({ start }) =>
        wanted === key || start > name.start
      )
      : undefined;
    return placeAt(text, beside ?? name);
  }
}

/** A word that stands in one place of all sources can come from nowhere else. */
function onlyPlaceOf(texts: Texts, word: string): SourcePlace | undefined {
  for (const rangesOf of [writtenRanges, wordRangesInStrings]) {
    const found: SourcePlace[] = [];
    for (const text of texts.values()) {
      const outline = text.outline();
      if (!outline) continue;
      const span = { outline, start: 0, end: outline.tokens.length };
      for (const range of rangesOf(span, word)) {
        found.push(placeAt(text, range));
      }
    }
    if (found.length > 0) return found.length === 1 ? found[0] : undefined;
  }
}

/** The call of the helper that set a field; its label names the field. */
function callPlace(
  texts: Texts,
  { origin, path }: FoundOrigin,
  calls: readonly MarkedCall[],
): SourcePlace | undefined {
  const known = calls.filter(({ chunk }) => texts.has(chunk));
  const call = known.find(({ chunk }) => chunk !== origin.chunk) ??
    known.at(-1);
  // Without a call, the assignment itself is the place.
  const isItself = call?.chunk === origin.chunk && "field" in origin &&
    call.line === origin.field.key.line;
  if (!call || isItself) return undefined;
  const text = texts.get(call.chunk)!;
  const outline = text.outline();
  const outermost = outline && first(callsOnLine(outline, call.line));
  return settingPlace(text, call.line, outermost?.range, path);
}

function* argumentsOf(
  texts: Texts,
  calls: readonly MarkedCall[],
): Generator<{ readonly text: ProgramText; readonly span: TokenSpan }> {
  for (const { chunk, line } of calls) {
    const text = texts.get(chunk);
    const outline = text?.outline();
    if (!text || !outline) continue;
    for (const { head, end } of callsOnLine(outline, line)) {
      yield { text, span: { outline, start: head, end } };
    }
  }
}

function first<T>(values: Iterable<T>): T | undefined {
  for (const value of values) return value;
}
