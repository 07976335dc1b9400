import type { Diagnostic, SourcePlace } from "../base/diagnostic.ts";
import { secretsIn } from "../profile/secret_forms.ts";
import { isShownWord } from "../profile/shown_words.ts";
import { unescapedText } from "../profile/unescaped_text.ts";

/** What is to be hidden in everything that is shown of some diagnostics. */
export interface HiddenSecrets {
  /** Secrets that came up anywhere: a line may have pieces of them. */
  readonly known: readonly string[];
  /** There are too many to compare a line with each. */
  readonly tooMany: boolean;
  /** Secrets and pieces of them that show up. */
  readonly values: readonly string[];
}

/** Below this a piece of a secret is a word like any other. */
const SHORTEST_PIECE = 8;

/**
 * Secrets that a line is compared with. Beyond that the strings of every line
 * are hidden: a hostile profile can have tens of thousands.
 */
const MOST_SECRETS = 100;
const MOST_SECRET_CHARACTERS = 65_536;

/**
 * Finds what is to be hidden, in texts and lines alike: one may repeat what
 * another has, in pieces, since the name of a module is a path as well.
 *
 * @param secrets values known to be secret, wherever they show up
 * @param lineAt the line of a place, as far as it is shown
 */
export function hiddenSecrets(
  diagnostics: readonly Diagnostic[],
  secrets: readonly string[],
  lineAt: (place: SourcePlace) => string | undefined,
): HiddenSecrets {
  const texts = diagnostics.flatMap(textsOf);
  const known = [...secrets, ...texts.flatMap(secretsIn)];
  // Of many secrets few show up.
  const written = [
    ...texts,
    ...diagnostics.flatMap(placesOf)
      .flatMap((place) => [place.label ?? "", lineAt(place) ?? ""]),
  ].join("\n");
  const shown = [written, unescapedText(written)?.text].join("\n");
  const pieces = new Set([
    ...secrets.flatMap((secret) => [secret, ...secret.split(/[\r\n]+/)]),
    ...known.flatMap((secret) => secret.split(/[./]/))
      .filter((piece) => piece.length >= SHORTEST_PIECE),
  ]);
  return {
    known,
    tooMany: known.length > MOST_SECRETS ||
      known.reduce((sum, { length }) => sum + length, 0) >
        MOST_SECRET_CHARACTERS,
    values: [...pieces].filter((value) =>
      shown.includes(value) && !isShownWord(value)
    ),
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

function placesOf({ source, related = [] }: Diagnostic): SourcePlace[] {
  return [source, ...related.map(({ source }) => source)]
    .filter((place) => place !== undefined);
}
