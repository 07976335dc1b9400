import type { Diagnostic } from "../base/diagnostic.ts";
import { type FieldPath, printFieldPath } from "../base/field_path.ts";
import type { Fix } from "../base/fix.ts";
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
      ...problem.fixes === undefined
        ? {}
        : { fixes: problem.fixes.map((fix) => placedFix(fix, path, finder)) },
      ...related.length > 0 ? { related } : {},
    };
  });
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
