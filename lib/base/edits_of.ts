import type { Diagnostic } from "./diagnostic.ts";
import type { SourceEdit } from "./source_edit.ts";

/** The changes that put a diagnostic right for sure: those of its only fix. */
export function editsOf(
  { fixes = [] }: Pick<Diagnostic, "fixes">,
): readonly SourceEdit[] {
  return fixes.length === 1 ? fixes[0]?.edits ?? [] : [];
}
