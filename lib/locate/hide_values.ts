import { isShownWord } from "../profile/shown_words.ts";
import { namesSecret } from "../profile/secret_fields.ts";
import { findSecretForm } from "../profile/secret_forms.ts";
import { isShowableWord } from "../schema/explain/showable_word.ts";
import { type LineLiteral, literalsOf } from "./line_literals.ts";

/** What is known of the values on a line. */
export interface HiddenValues {
  /** Values of secrets, and of unknown fields. */
  readonly values: ReadonlySet<string>;
  /** Whether a secret stands on the line: then no string of it is shown. */
  readonly holdsSecret: boolean;
  /** Whether a word without quotes is a value, as in JSON and TOML, and no variable. */
  readonly isData?: boolean;
}

/** Pieces that people cut a credential into, to get it past a scanner. */
const MOST_PIECES = 6;

/** A piece shorter than this is a part of many a text. */
const SHORTEST_PIECE = 4;

/**
 * A number behind the name of a secret: `pin_token = 123456`. The beginning of
 * an address stays: secrets in it are found by its whole text. A word with no
 * number behind it is passed over whole, or it would be tried from each letter.
 */
const NUMBER_OF_NAME =
  /([A-Za-z_][\w.-]*)(?:(["'\]\s]*[=:]\s*)(-?[0-9][\w.]*)(?![\w.]|:\/))?/g;

/** The same of anything without quotes: `password = tiger`, which is no TOML. */
const WORD_OF_NAME =
  /([A-Za-z_][\w.-]*)(?:(["'\]\s]*[=:]\s*)([^\s"'[\]{},#]+))?/g;

/** A number in the place of a name, long enough to be one of a card or a phone. */
const NUMBER_AS_NAME = /(\[\s*)(-?[0-9]{7,})(?=\s*\])/g;

/**
 * A line with every value hidden that could be a secret's; names of fields,
 * known words and numbers of known fields stay. Up to `shownTo` the text keeps
 * its length, so that a caret stays right; behind it a hidden string is `"…"`.
 *
 * @param shownTo where what is underlined ends, from 0
 */
export function hideValues(
  line: string,
  { values, holdsSecret, isData = false }: HiddenValues,
  shownTo: number,
): string {
  const literals = literalsOf(line);
  // Perhaps the inside of a string of several lines.
  if (
    holdsSecret && literals.length === 0 && !/[={]/.test(line) &&
    !isTableHeader(line)
  ) {
    return stars(line);
  }
  // Where the secret is a string of its own, it is not there in pieces.
  const isWhole = literals.some((literal) => isSecret(literal, values));
  const hideAll = holdsSecret && !isWhole || comesToSecret(literals);
  const pieces: string[] = [];
  let at = 0;
  for (const literal of literals) {
    if (!isHidden(literal, values, hideAll)) continue;
    const { start, end, quotes } = literal;
    const inside = { from: start + quotes.before, to: end - quotes.after };
    pieces.push(
      line.slice(at, inside.from),
      start < shownTo ? stars(line.slice(inside.from, inside.to)) : "…",
    );
    at = inside.to;
  }
  const shown = pieces.join("") + line.slice(at);
  const words = isData
    ? shown.replace(
      WORD_OF_NAME,
      (all, name, sign, word) =>
        word && namesSecret(name) && !isShownWord(word)
          ? name + sign + stars(word)
          : all,
    )
    : shown;
  return words
    .replace(NUMBER_AS_NAME, (_, before, digits) => before + stars(digits))
    .replace(
      NUMBER_OF_NAME,
      (all, name, sign, number) =>
        number && (namesSecret(name) || values.has(number))
          ? name + sign + stars(number)
          : all,
    );
}

/** `[model.auth]` in TOML, of known fields alone. */
function isTableHeader(line: string): boolean {
  const names = line.match(/^\s*\[\[?([\w.]+)\]\]?\s*$/)?.[1];
  return names !== undefined && names.split(".").every(isShownWord);
}

function isSecret({ text }: LineLiteral, values: ReadonlySet<string>): boolean {
  return values.has(text) || findSecretForm(text) !== undefined;
}

function isHidden(
  literal: LineLiteral,
  values: ReadonlySet<string>,
  hideAll: boolean,
): boolean {
  if (isSecret(literal, values)) return true;
  const { text, name, isName } = literal;
  if (isShownWord(text)) return false;
  // A name may be joined from the pieces of a secret (`t["sk-" .. "abc"]`).
  if (isName) return hideAll && !isShowableWord(text);
  return hideAll || name !== undefined && namesSecret(name);
}

/** Whether strings of a line come to a credential when they are joined. */
function comesToSecret(literals: readonly LineLiteral[]): boolean {
  return literals.some((_, first) =>
    literals.slice(first, first + MOST_PIECES).some((_, more) =>
      more > 0 && findSecretForm(
          literals.slice(first, first + more + 1).map(({ text }) => text)
            .join(""),
        ) !== undefined
    )
  );
}

/**
 * Whether a line has a piece of a known secret in one of its strings.
 *
 * @param secrets values of secrets that came up anywhere
 */
export function hasPieceOf(line: string, secrets: readonly string[]): boolean {
  return literalsOf(line).some(({ text, isName }) =>
    !isName && text.length >= SHORTEST_PIECE && !isShownWord(text) &&
    secrets.some((secret) => secret !== text && secret.includes(text))
  );
}

function stars(text: string): string {
  return "*".repeat(text.length);
}
