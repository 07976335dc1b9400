import type { Diagnostic, SourcePlace } from "../base/diagnostic.ts";
import type { Fix } from "../base/fix.ts";
import type { SourceEdit } from "../base/source_edit.ts";
import type { JsonValue } from "../base/json.ts";
import { maskSecrets } from "../profile/mask_secrets.ts";
import { hiddenSecrets } from "./hidden_secrets.ts";
import { hasPieceOf, hideValues } from "./hide_values.ts";
import { isData, linesOf } from "./source_lines.ts";
import type { SourceTexts } from "./source_texts.ts";

/** The longest line that is shown, in characters. */
const LONGEST_EXCERPT = 400;

/**
 * Characters of a line that are searched for secrets, half of them before the
 * place. No credential is longer than half of it, so none shows in part.
 */
const LONGEST_SEARCHED = 8192;

/** A number in the place of a name, long enough to be one of a card or a phone. */
const NUMBER_AS_NAME = /\[-?[0-9]{7,}\]/g;

/** The same where a message says which items a list has; numbers of known fields stay. */
const LONG_NUMBER = /(?<=the highest at )[0-9]{7,}/g;

/**
 * Gives every place of every diagnostic the text of its line, and takes every
 * secret out of all that a person will read.
 *
 * @param texts where lines are taken from; an unknown file stays without
 * @param secrets values known to be secret, wherever they show up
 * @param unknown strings of unknown fields: lines are shown without them
 */
export function withExcerpts(
  diagnostics: readonly Diagnostic[],
  texts: SourceTexts,
  secrets: readonly string[] = [],
  unknown: readonly string[] = [],
): Diagnostic[] {
  const lines = new Map<string, string[]>();
  const lineOf = (place: SourcePlace): Excerpt | undefined => {
    const { file, line } = place;
    let all = lines.get(file);
    if (!all) lines.set(file, all = linesOf(file, texts(file)));
    const text = all[line - 1];
    return text === undefined
      ? undefined
      : cutAround({ text, column: 1 }, place, LONGEST_SEARCHED);
  };
  /** A profile can say in its own words that an error is at a line. */
  const isThere = (place: SourcePlace): boolean => {
    if (lineOf(place)) return true;
    return (lines.get(place.file)?.length ?? 0) === 0 &&
      Number.isSafeInteger(place.line);
  };
  const { known, tooMany, values } = hiddenSecrets(
    diagnostics,
    secrets,
    (place) => lineOf(place)?.text,
  );
  const secretLines = new Set(
    diagnostics.filter(({ code }) => code === "secret-value")
      .map(({ source }) => `${source?.file}:${source?.line}`),
  );
  const hidden = new Set([...secrets, ...unknown]);

  const text = (shown: string): string =>
    maskSecrets(shown, values).replace(NUMBER_AS_NAME, "[…]");
  const quote = (place: SourcePlace): SourcePlace => {
    const line = lineOf(place);
    const label = place.label !== undefined &&
      { label: maskSecrets(place.label, values) };
    if (!line) return { ...place, ...label };
    const holdsSecret = tooMany ||
      secretLines.has(`${place.file}:${place.line}`) ||
      hasPieceOf(line.text, known);
    const shown = hideValues(
      place.isHidden ? withoutPlace(line, place) : line.text,
      { values: hidden, holdsSecret, isData: isData(place.file) },
      place.column - line.column + place.length,
    );
    const masked = { ...line, text: maskSecrets(shown, values) };
    const { text, column } = cutAround(masked, place, LONGEST_EXCERPT);
    return {
      ...place,
      ...label,
      excerpt: text,
      ...column > 1 && { excerptColumn: column },
    };
  };
  /** What is hidden where it stands, no edit shows. */
  const isShown = ({ file, line, column, length }: SourceEdit): boolean => {
    const place = { file, line, column, length };
    const whole = lineOf(place);
    const { excerpt = "", excerptColumn = 1 } = quote(place);
    const there = (text: string, from: number) =>
      text.slice(column - from, column - from + length);
    return whole === undefined ||
      there(whole.text, whole.column) === there(excerpt, excerptColumn);
  };
  /** A fix that a secret is in changes nothing, and shows no more than a mask. */
  const fit = ({ put, edits, ...fix }: Fix): Fix => {
    const shown = put === undefined ? undefined : maskedData(put, values);
    const isFit = shown === put &&
      edits?.every((edit) => text(edit.text) === edit.text && isShown(edit));
    return {
      ...fix,
      ...shown !== undefined && { put: shown },
      ...isFit && { edits },
    };
  };
  return diagnostics.map((
    { code, message, path, source, help, fixes, related, ...diagnostic },
  ) => ({
    ...diagnostic,
    code,
    message: code === "result-shape"
      ? text(message).replace(LONG_NUMBER, "…")
      : text(message),
    ...path !== undefined && { path: text(path) },
    // A remark is its own text; the line that printed it adds nothing.
    ...source && code === "print"
      ? isThere(source) && { source }
      : source && isThere(source) && { source: quote(source) },
    ...help !== undefined && { help: text(help) },
    ...fixes && { fixes: fixes.map(fit) },
    ...related && {
      related: related.map(({ message, source }) => ({
        message: text(message),
        ...source && isThere(source) && { source: quote(source) },
      })),
    },
  }));
}

/** A line, or a part of it with the column it begins at. */
interface Excerpt {
  readonly text: string;
  readonly column: number;
}

/** The part of a line around a place, when the line is longer than that. */
function cutAround(
  { text, column }: Excerpt,
  place: SourcePlace,
  longest: number,
): Excerpt {
  if (text.length <= longest) return { text, column };
  const before = Math.max(0, place.column - column - longest / 2);
  const start = Math.min(before, text.length - longest);
  return {
    text: text.slice(start, start + longest),
    column: column + start,
  };
}

/** A line with stars where a place is. */
function withoutPlace(
  { text, column }: Excerpt,
  place: SourcePlace,
): string {
  const start = place.column - column;
  const end = Math.min(text.length, start + place.length);
  return text.slice(0, start) + "*".repeat(end - start) + text.slice(end);
}

/** Data without secrets: of a list or a table that has one nothing is shown. */
function maskedData(data: JsonValue, values: readonly string[]): JsonValue {
  if (typeof data === "string") return maskSecrets(data, values);
  const text = JSON.stringify(data);
  return maskSecrets(text, values) === text ? data : "…";
}
