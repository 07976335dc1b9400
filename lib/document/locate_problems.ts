import type { Diagnostic } from "../base/diagnostic.ts";
import { type FieldPath, printFieldPath } from "../base/field_path.ts";
import type { Fix } from "../base/fix.ts";
import type { Mend, SourceEdit } from "../base/mend.ts";
import type { Problem } from "../base/problem.ts";
import { mendEdits } from "./mend_edits.ts";
import type { PlaceFinder } from "./place_finder.ts";

/**
 * Turns problems, which know a field, into diagnostics, which know a place.
 *
 * @param texts the texts that changes are made for
 */
export function locateProblems(
  problems: readonly Problem[],
  finder: PlaceFinder | undefined,
  texts: (file: string) => string | undefined = () => undefined,
): Diagnostic[] {
  return problems.map(({ path, at, mend, ...problem }) => {
    const edits = mend && finder && editsOf(mend, path, finder, texts);
    // That there is more stands behind all that has a place.
    const source = problem.code === "problems-cut"
      ? undefined
      : finder?.placeOf(path, at);
    const related = [
      ...problem.related ?? [],
      ...finder?.relatedTo?.(path) ?? [],
    ];
    return {
      code: problem.code,
      severity: problem.severity,
      message: problem.message,
      ...path.length > 0 ? { path: printFieldPath(path) } : {},
      ...source ? { source } : {},
      ...problem.help === undefined ? {} : { help: problem.help },
      ...problem.fixes === undefined
        ? {}
        : { fixes: problem.fixes.map((fix) => placedFix(fix, path, finder)) },
      ...edits && { edits },
      ...related.length > 0 ? { related } : {},
    };
  });
}

function editsOf(
  mend: Mend,
  path: FieldPath,
  finder: PlaceFinder,
  texts: (file: string) => string | undefined,
): readonly SourceEdit[] | undefined {
  const place = finder.placeOf(path, mend.kind === "rename" ? "key" : "value");
  const text = place && texts(place.file);
  return place && text !== undefined
    ? mendEdits(text, place, mend, path.at(-1))
    : undefined;
}

/** A fix with its place, where that is exactly the key or the value. */
function placedFix(
  fix: Fix,
  path: FieldPath,
  finder: PlaceFinder | undefined,
): Fix {
  const source = finder?.placeOf(path, fix.replace);
  return source === undefined || source.label !== undefined ||
      source.length === 0
    ? fix
    : { ...fix, source };
}
