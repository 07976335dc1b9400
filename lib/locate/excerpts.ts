import type { Diagnostic, SourcePlace } from "../base/diagnostic.ts";
import { maskSecrets } from "../profile/mask_secrets.ts";
import { hasSecretPieces, secretsIn } from "./secret_pieces.ts";

/** The texts that diagnostics may quote, by the file name of their places. */
export type SourceTexts = (file: string) => string | undefined;

const LONGEST_EXCERPT = 400;

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

/** All that a person will read of a diagnostic, but the lines of its places. */
function textsOf({ message, path, help, related }: Diagnostic): string[] {
  return [message, path, help, ...(related ?? []).map(({ message }) => message)]
    .filter((text) => text !== undefined);
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
  const lineOf = ({ file, line }: SourcePlace): string | undefined => {
    let all = lines.get(file);
    if (!all) lines.set(file, all = texts(file)?.split(/\r?\n/) ?? []);
    return all[line - 1];
  };
  const isQuoted = (line: string | undefined): line is string =>
    line !== undefined && line.length <= LONGEST_EXCERPT;
  // Of many secrets few show up.
  const shownText = [
    ...diagnostics.flatMap(textsOf),
    ...diagnostics.flatMap(placesOf).flatMap((place) => [
      place.label ?? "",
      lineOf(place) ?? "",
    ]).filter(isQuoted),
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
    if (!isQuoted(line)) return { ...place, ...label };
    const shown = tooMany || secretLines.has(`${place.file}:${place.line}`) ||
        hasSecretPieces(line, known)
      ? hideStrings(line)
      : line;
    return { ...place, ...label, excerpt: maskSecrets(shown, values) };
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
