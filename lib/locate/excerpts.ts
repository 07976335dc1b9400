import type { Diagnostic, SourcePlace } from "../base/diagnostic.ts";
import type { Fix } from "../base/fix.ts";
import { maskSecrets } from "../profile/mask_secrets.ts";
import { writtenFix } from "./written_fix.ts";
import { hasSecretPieces, secretsIn } from "./secret_pieces.ts";

/** The texts that diagnostics may quote, by the file name of their places. */
export type SourceTexts = (file: string) => string | undefined;

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
const QUOTED = /"(?:[^"\\]|\\.)*"?|'(?:[^'\\]|\\.)*'?|\[=*\[.*/g;

/** Same length, so that a caret under a later column stays right. */
function hide(text: string): string {
  return "*".repeat(text.length);
}

/**
 * A line that a secret stands on, with the contents of every string hidden: a
 * secret put together from pieces must not show in pieces either. A line
 * without a quote may be the inside of a long string, so all of it goes.
 */
function hideStrings(line: string): string {
  if (!/["'=[]/.test(line)) return hide(line);
  return line.replace(QUOTED, (quoted) => {
    const isClosed = quoted.length > 1 && quoted.at(-1) === quoted[0];
    const inside = quoted.slice(1, isClosed ? -1 : undefined);
    return quoted[0] + hide(inside) + (isClosed ? quoted[0] : "");
  });
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
 */
export function withExcerpts(
  diagnostics: readonly Diagnostic[],
  texts: SourceTexts,
  secrets: readonly string[] = [],
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
    if (!all) lines.set(file, all = texts(file)?.split(/\r?\n/) ?? []);
    const text = all[line - 1];
    return text === undefined
      ? undefined
      : cutAround({ text, column: 1 }, place, LONGEST_SEARCHED);
  };
  // Of many secrets few show up.
  const shownText = [
    ...diagnostics.flatMap(textsOf),
    ...diagnostics.flatMap(placesOf).flatMap((place) => [
      place.label ?? "",
      lineOf(place)?.text ?? "",
    ]),
  ].join("\n");
  const values = [
    ...new Set([
      ...secrets.flatMap((secret) => [secret, ...secret.split(/[\r\n]+/)]),
      ...known.flatMap((secret) => secret.split(/[./]/))
        .filter((piece) => piece.length >= SHORTEST_PIECE),
    ]),
  ].filter((value) => shownText.includes(value));
  const quote = (place: SourcePlace): SourcePlace => {
    const line = lineOf(place);
    const label = place.label === undefined
      ? {}
      : { label: maskSecrets(place.label, values) };
    if (!line) return { ...place, ...label };
    const shown = tooMany || secretLines.has(`${place.file}:${place.line}`) ||
        hasSecretPieces(line.text, known)
      ? hideStrings(line.text)
      : line.text;
    const masked = { ...line, text: maskSecrets(shown, values) };
    const { text, column } = cutAround(masked, place, LONGEST_EXCERPT);
    return {
      ...place,
      ...label,
      excerpt: text,
      ...column > 1 && { excerptColumn: column },
    };
  };
  /** A fix that a secret is in has no text, and shows no more than a mask. */
  const written = (fix: Fix): Fix => {
    const { replace, source } = fix;
    const put = typeof fix.put === "string"
      ? maskSecrets(fix.put, values)
      : fix.put;
    const line = source && lineOf(source);
    if (put !== fix.put || source === undefined || line === undefined) {
      return { replace, put };
    }
    const start = source.column - line.column;
    return writtenFix(fix, line.text.slice(start, start + source.length));
  };
  return diagnostics.map((diagnostic) => ({
    ...diagnostic,
    message: maskSecrets(diagnostic.message, values),
    ...diagnostic.path === undefined
      ? {}
      : { path: maskSecrets(diagnostic.path, values) },
    // A remark is its own text; the line that printed it adds nothing.
    ...diagnostic.source && diagnostic.code !== "print"
      ? { source: quote(diagnostic.source) }
      : {},
    ...diagnostic.help === undefined
      ? {}
      : { help: maskSecrets(diagnostic.help, values) },
    ...diagnostic.fixes ? { fixes: diagnostic.fixes.map(written) } : {},
    ...diagnostic.related
      ? {
        related: diagnostic.related.map((place) => ({
          message: maskSecrets(place.message, values),
          ...place.source ? { source: quote(place.source) } : {},
        })),
      }
      : {},
  }));
}
