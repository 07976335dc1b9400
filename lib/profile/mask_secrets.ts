import { findSecrets } from "./secret_forms.ts";

/** A value shorter than this says nothing, and hiding it would hide everything. */
const SHORTEST_VALUE = 3;

/**
 * Hides every credential in a text that a person will read: what has the form
 * of one, and the values given.
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
  let masked = text;
  for (const value of piecesOf(values)) {
    masked = masked.replaceAll(value, stars(value));
  }
  const found = findSecrets(masked);
  if (found.length === 0) return masked;
  const pieces: string[] = [];
  let at = 0;
  for (const { start, end } of found) {
    if (end <= at) continue;
    const from = Math.max(start, at);
    pieces.push(masked.slice(at, from), stars(masked.slice(from, end)));
    at = end;
  }
  return pieces.join("") + masked.slice(at);
}

/** Longest first: a value may be a part of another. */
function piecesOf(values: readonly string[]): string[] {
  const pieces = new Set(
    values.flatMap((value) => [value, ...value.split(/[\r\n]+/)]),
  );
  return [...pieces]
    .filter((piece) => piece.length >= SHORTEST_VALUE)
    .sort((a, b) => b.length - a.length);
}

function stars(secret: string): string {
  return secret.replace(/[^\r\n]/g, "*");
}
