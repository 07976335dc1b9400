import type { Diagnostic } from "../base/diagnostic.ts";
import { type FieldPath, printFieldPath } from "../base/field_path.ts";
import type { FieldFix, Fix } from "../base/fix.ts";
import type { Problem } from "../base/problem.ts";
import { documentLines, fixEdits } from "./fix_edits.ts";
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
  const lines = new Map<string, readonly string[]>();
  const linesOf = (file: string) => {
    if (!lines.has(file)) lines.set(file, documentLines(texts(file) ?? ""));
    return lines.get(file)!;
  };
  return problems.map(({ path, at, isUnnamed, ...problem }) => {
    const shown = isUnnamed ? path.slice(0, -1) : path;
    const fixes = problem.fixes
      ?.map((fix) => placedFix(fix, path, finder, linesOf));
    // That problems were cut comes last.
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
      ...shown.length > 0 ? { path: printFieldPath(shown) } : {},
      ...source
        ? { source: isUnnamed ? { ...source, isHidden: true } : source }
        : {},
      ...problem.help === undefined ? {} : { help: problem.help },
      ...fixes === undefined ? {} : { fixes },
      ...related.length > 0 ? { related } : {},
    };
  });
}

/** A fix with the changes that make it, as far as the source can tell. */
function placedFix(
  fix: FieldFix,
  path: FieldPath,
  finder: PlaceFinder | undefined,
  linesOf: (file: string) => readonly string[],
): Fix {
  const place = finder?.placeOf(path, fix.replace);
  const edits = place && fixEdits(linesOf(place.file), place, fix, path.at(-1));
  return { ...fix, ...edits && { edits } };
}
