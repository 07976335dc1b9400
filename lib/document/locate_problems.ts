import type { Diagnostic } from "../base/diagnostic.ts";
import { printFieldPath } from "../base/field_path.ts";
import type { Problem } from "../base/problem.ts";
import type { PlaceFinder } from "./place_finder.ts";

/** Turns problems, which know a field, into diagnostics, which know a place. */
export function locateProblems(
  problems: readonly Problem[],
  finder: PlaceFinder | undefined,
): Diagnostic[] {
  return problems.map(({ path, at, ...problem }) => {
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
      ...related.length > 0 ? { related } : {},
    };
  });
}
