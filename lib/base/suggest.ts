const MAX_DISTANCE = 4;
const MAX_LISTED = 12;

/**
 * The known word a mistyped one most likely meant.
 *
 * Counts insertions, deletions, replacements and swaps of neighbours, letter
 * case aside. A third of the word may be wrong, at most four characters.
 *
 * @param known candidates; of equally close ones the first wins
 * @returns `undefined` when nothing is close
 *
 * @example
 * ```ts
 * import { suggest } from "@insomnia/profile";
 * import assert from "node:assert/strict";
 * assert.equal(suggest("reasonning", ["instruction", "reasoning"]), "reasoning");
 * assert.equal(suggest("zebra", ["instruction", "reasoning"]), undefined);
 * ```
 */
export function suggest(
  word: string,
  known: readonly string[],
): string | undefined {
  const wanted = word.toLowerCase();
  const allowed = Math.min(
    MAX_DISTANCE,
    Math.max(1, Math.floor(wanted.length / 3)),
  );
  let best: string | undefined;
  let bestDistance = allowed + 1;
  for (const candidate of known) {
    // Also keeps a huge word from costing anything.
    if (Math.abs(candidate.length - wanted.length) >= bestDistance) continue;
    const distance = editDistance(wanted, candidate.toLowerCase());
    // Of a single letter nothing would be left.
    if (distance < bestDistance && distance < wanted.length) {
      best = candidate;
      bestDistance = distance;
    }
  }
  return best;
}

/** `maxTurns`, `max-turns` and `max_turns` are one word. */
export function plainWord(word: string): string {
  return word.replace(/[_-]/g, "").toLowerCase();
}

/**
 * A help line for an unknown word: the close one, or all when there are few.
 *
 * @returns `undefined` when nothing is close and the list would be long
 *
 * @example
 * ```ts
 * import { didYouMean } from "@insomnia/profile";
 * import assert from "node:assert/strict";
 * assert.equal(didYouMean("raed", ["read", "write"]), "did you mean `read`?");
 * assert.equal(didYouMean("x", ["read", "write"]), "one of: read, write");
 * ```
 */
export function didYouMean(
  word: string,
  known: readonly string[],
): string | undefined {
  const close = suggest(word, known);
  return close === undefined ? listed(known) : `did you mean \`${close}\`?`;
}

/** All known words in a line; `undefined` where there are none or too many. */
export function listed(known: readonly string[]): string | undefined {
  return known.length === 0 || known.length > MAX_LISTED
    ? undefined
    : `one of: ${known.join(", ")}`;
}

/** Damerau-Levenshtein distance where a pair is swapped at most once. */
function editDistance(a: string, b: string): number {
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1];
      row[j] = Math.min(
        row[j - 1]! + 1,
        last[j]! + 1,
        last[j - 1]! + (same ? 0 : 1),
      );
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
        row[j] = Math.min(row[j]!, beforeLast[j - 2]! + 1);
      }
    }
    beforeLast = last;
    last = row;
  }
  return last[b.length]!;
}
