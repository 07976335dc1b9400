import type { Diagnostic, SourcePlace } from "../base/diagnostic.ts";
import type { JsonValue } from "../base/json.ts";
import type { Fix } from "../base/fix.ts";
import { maskSecrets } from "../profile/mask_secrets.ts";
import { secretsIn } from "../profile/secret_forms.ts";
import { isShownWord } from "../profile/shown_words.ts";
import { unescapedText } from "../profile/unescaped_text.ts";
import { hasPieceOf, hideValues } from "./hide_values.ts";
import { linesOf } from "./source_lines.ts";
import type { SourceTexts } from "./source_texts.ts";

/** Characters of a line that are shown: more is no excerpt. */
const LONGEST_EXCERPT = 400;

/**
 * Characters of a line that are searched for secrets, half of them before the
 * place. No credential is longer than half of it, so none shows in part.
 */
const LONGEST_SEARCHED = 8192;

/** Below this a piece of a secret is a word like any other. */
const SHORTEST_PIECE = 8;

/**
 * Secrets that a line is compared with. Beyond that the strings of every line
 * are hidden: a hostile profile can have tens of thousands.
 */
const MOST_SECRETS = 100;
const MOST_SECRET_CHARACTERS = 65_536;

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

/** A number in the place of a name, long enough to be one of a card or a phone. */
const NUMBER_AS_NAME = /\[-?[0-9]{7,}\]/g;

/** Data without secrets: of a list or a table that has one nothing is shown. */
function maskedData(data: JsonValue, values: readonly string[]): JsonValue {
  if (typeof data === "string") return maskSecrets(data, values);
  const text = JSON.stringify(data);
  return maskSecrets(text, values) === text ? data : "…";
}

/** The same where a message says which items a list has; numbers of known fields stay. */
const LONG_NUMBER = /(?<=the highest at )[0-9]{7,}/g;

/** A line with stars where a place is. */
function withoutPlace(
  { text, column }: Excerpt,
  place: SourcePlace,
): string {
  const start = place.column - column;
  const end = Math.min(text.length, start + place.length);
  return text.slice(0, start) + "*".repeat(end - start) + text.slice(end);
}

/** Takes out places that their files do not have. */
function withRealPlaces(
  isThere: (place: SourcePlace) => boolean,
): (diagnostic: Diagnostic) => Diagnostic {
  return ({ source, related, ...diagnostic }) => ({
    ...diagnostic,
    ...source && isThere(source) && { source },
    ...related && {
      related: related.map(({ source, message }) => ({
        message,
        ...source && isThere(source) && { source },
      })),
    },
  });
}

/** All that a person will read of a diagnostic, but the lines of its places. */
function textsOf(diagnostic: Diagnostic): string[] {
  const { message, path, help, fixes = [], related = [] } = diagnostic;
  return [
    message,
    path,
    help,
    ...fixes.map(({ put }) => typeof put === "string" ? put : undefined),
    ...related.map(({ message }) => message),
  ].filter((text) => text !== undefined);
}

function placesOf({ source, related }: Diagnostic): SourcePlace[] {
  return [source, ...(related ?? []).map(({ source }) => source)]
    .filter((place) => place !== undefined);
}

/**
 * Gives every place of every diagnostic the text of its line, and takes every
 * secret out of all that a person will read.
 *
 * @param texts where lines are taken from; an unknown file stays without
 * @param secrets values known to be secret, wherever they show up
 * @param unknown strings that nobody knows: lines are shown without them
 */
export function withExcerpts(
  diagnostics: readonly Diagnostic[],
  texts: SourceTexts,
  secrets: readonly string[] = [],
  unknown: readonly string[] = [],
): Diagnostic[] {
  // A text or the source may have what another text repeats, in pieces: the
  // name of a module is a path as well.
  const known = [
    ...secrets,
    ...diagnostics.flatMap(textsOf).flatMap(secretsIn),
  ];
  const tooMany = known.length > MOST_SECRETS ||
    known.reduce((sum, { length }) => sum + length, 0) > MOST_SECRET_CHARACTERS;
  const secretLines = new Set<string>();
  for (const { code, source } of diagnostics) {
    if (code === "secret-value" && source) {
      secretLines.add(`${source.file}:${source.line}`);
    }
  }
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
  // Of many secrets few show up.
  const written = [
    ...diagnostics.flatMap(textsOf),
    ...diagnostics.flatMap(placesOf).flatMap((place) => [
      place.label ?? "",
      lineOf(place)?.text ?? "",
    ]),
  ].join("\n");
  const shownText = [written, unescapedText(written)?.text].join("\n");
  const values = [
    ...new Set([
      ...secrets.flatMap((secret) => [secret, ...secret.split(/[\r\n]+/)]),
      ...known.flatMap((secret) => secret.split(/[./]/))
        .filter((piece) => piece.length >= SHORTEST_PIECE),
    ]),
  ].filter((value) => shownText.includes(value) && !isShownWord(value));
  const hidden = new Set([...secrets, ...unknown]);
  const quote = (place: SourcePlace): SourcePlace => {
    const line = lineOf(place);
    const label = place.label === undefined
      ? {}
      : { label: maskSecrets(place.label, values) };
    if (!line) return { ...place, ...label };
    const holdsSecret = tooMany ||
      secretLines.has(`${place.file}:${place.line}`) ||
      hasPieceOf(line.text, known);
    const shown = hideValues(
      place.isHidden ? withoutPlace(line, place) : line.text,
      { values: hidden, holdsSecret },
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
  const text = (shown: string): string =>
    maskSecrets(shown, values).replace(NUMBER_AS_NAME, "[…]");
  /** A fix that a secret is in changes nothing, and shows no more than a mask. */
  const fit = ({ put, edits, ...fix }: Fix): Fix => {
    const shown = put === undefined ? undefined : maskedData(put, values);
    const isFit = shown === put &&
      edits?.every((edit) => text(edit.text) === edit.text);
    return {
      ...fix,
      ...shown !== undefined && { put: shown },
      ...isFit && { edits },
    };
  };
  return diagnostics.map(withRealPlaces(isThere)).map((diagnostic) => ({
    ...diagnostic,
    message: diagnostic.code === "result-shape"
      ? text(diagnostic.message).replace(LONG_NUMBER, "…")
      : text(diagnostic.message),
    ...diagnostic.path === undefined ? {} : { path: text(diagnostic.path) },
    // A remark is its own text; the line that printed it adds nothing.
    ...diagnostic.source && diagnostic.code !== "print"
      ? { source: quote(diagnostic.source) }
      : {},
    ...diagnostic.help === undefined ? {} : { help: text(diagnostic.help) },
    ...diagnostic.fixes ? { fixes: diagnostic.fixes.map(fit) } : {},
    ...diagnostic.related
      ? {
        related: diagnostic.related.map((place) => ({
          message: text(place.message),
          ...place.source ? { source: quote(place.source) } : {},
        })),
      }
      : {},
  }));
}
