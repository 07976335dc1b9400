import { findSecretForm, findSecrets } from "../profile/secret_forms.ts";

/** Pieces that people cut a credential into, to get it past a scanner. */
const MOST_PIECES = 6;

/** A literal shorter than this is a part of many a text. */
const SHORTEST_PIECE = 4;

const LITERAL =
  /"((?:[^"\\]|\\.)*)"|'((?:[^'\\]|\\.)*)'|\[(=*)\[(.*?)\](?:\3)\]/g;

/** Every credential in a text, by form. */
export function secretsIn(text: string): string[] {
  return findSecrets(text).map(({ start, end }) => text.slice(start, end));
}

/**
 * Whether a line of source has a piece of a secret in one of its strings: of a
 * known one, or of one that its strings come to when they are joined.
 *
 * @param known values of secrets that came up anywhere
 */
export function hasSecretPieces(
  line: string,
  known: readonly string[],
): boolean {
  const literals = [...line.matchAll(LITERAL)].map(([, a, b, , c]) =>
    a ?? b ?? c ?? ""
  );
  return literals.some((literal, first) =>
    (literal.length >= SHORTEST_PIECE &&
      known.some((secret) => secret.includes(literal))) ||
    literals.slice(first, first + MOST_PIECES).some((_, more) =>
      findSecretForm(literals.slice(first, first + more + 1).join("")) !==
        undefined
    )
  );
}
