import type { Diagnostic } from "../base/diagnostic.ts";

/**
 * Sorts diagnostics as a person reads: those of the profile's own file first,
 * from its top to its end, then those of its other files; those without a place
 * last. Of two at one place the order stays.
 *
 * @param file the profile's own
 */
export function inSourceOrder(
  diagnostics: readonly Diagnostic[],
  file: string,
): Diagnostic[] {
  const rank = ({ source }: Diagnostic) =>
    source === undefined ? 2 : source.file === file ? 0 : 1;
  return diagnostics.toSorted((a, b) => {
    const byRank = rank(a) - rank(b);
    if (byRank !== 0 || !a.source || !b.source) return byRank;
    if (a.source.file !== b.source.file) {
      return a.source.file < b.source.file ? -1 : 1;
    }
    return a.source.line - b.source.line || a.source.column - b.source.column;
  });
}
