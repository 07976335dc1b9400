import { findSecrets } from "./secret_forms.ts";
import { unescapedText } from "./unescaped_text.ts";

/** A value shorter than this says nothing, and hiding it would hide everything. */
const SHORTEST_VALUE = 3;

/**
 * Hides every credential in a text that a person will read: what has the form
 * of one, and the values given. Escapes of Lua, JSON and TOML strings hide none.
 *
 * What is hidden becomes as many `*`, line ends aside, so that a caret under a
 * later column stays right.
 *
 * @param values known to be secret, wherever they show up; of several lines,
 * each line by itself too
 *
 * @example
 * ```ts
 * import { maskSecrets } from "./mask_secrets.ts";
 * import assert from "node:assert/strict";
 * assert.equal(
 *   maskSecrets('token = "tiger", key = "AKIAIOSFODNN7EXAMPLE"', ["tiger"]),
 *   'token = "*****", key = "********************"',
 * );
 * ```
 */
export function maskSecrets(
  text: string,
  values: readonly string[] = [],
): string {
  const pieces = piecesOf(values);
  const masked = pieces.length === 0
    ? text
    : inBothReadings(text, (reading) => placesOf(pieces, reading));
  return inBothReadings(masked, findSecrets);
}

type Find = (
  text: string,
) => readonly { readonly start: number; readonly end: number }[];

/** Hides what is found in a text as it is written, and as the string that it means. */
function inBothReadings(text: string, find: Find): string {
  const masked = withStars(text, find(text));
  const read = unescapedText(masked);
  if (!read) return masked;
  const found = find(read.text).map(({ start, end }) => ({
    start: read.writtenAt(start),
    end: read.writtenAt(end),
  }));
  return withStars(masked, found);
}

function withStars(text: string, found: ReturnType<Find>): string {
  if (found.length === 0) return text;
  const pieces: string[] = [];
  let at = 0;
  for (const { start, end } of found) {
    if (end <= at) continue;
    const from = Math.max(start, at);
    pieces.push(text.slice(at, from), stars(text.slice(from, end)));
    at = end;
  }
  return pieces.join("") + text.slice(at);
}

/** Where any of some pieces is. */
function placesOf(pieces: readonly string[], text: string): ReturnType<Find> {
  return pieces.flatMap((piece) => {
    const found = [];
    for (
      let start = text.indexOf(piece);
      start >= 0;
      start = text.indexOf(piece, start + piece.length)
    ) found.push({ start, end: start + piece.length });
    return found;
  }).sort((a, b) => a.start - b.start);
}

/** What of some values is hidden, and of several lines each. */
function piecesOf(values: readonly string[]): string[] {
  const pieces = new Set(
    values.flatMap((value) => [value, ...value.split(/[\r\n]+/)]),
  );
  return [...pieces].filter((piece) => piece.length >= SHORTEST_VALUE);
}

function stars(secret: string): string {
  return secret.replace(/[^\r\n]/g, "*");
}
