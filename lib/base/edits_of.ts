import type { Diagnostic } from "./diagnostic.ts";
import type { SourceEdit } from "./mend.ts";

/**
 * The changes that put a diagnostic right for sure: those it has, or its only
 * suggestion, where the source writes a plain name or value there.
 */
export function editsOf(
  { edits, fixes = [] }: Pick<Diagnostic, "edits" | "fixes">,
): readonly SourceEdit[] {
  if (edits) return edits;
  const [fix] = fixes;
  if (fixes.length !== 1 || !fix?.source || fix.text === undefined) return [];
  const { file, line, column, length } = fix.source;
  return [{ file, line, column, length, text: fix.text }];
}
