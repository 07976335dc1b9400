import type { Problem } from "../base/problem.ts";

/**
 * A field that is missing because its name is misspelt is one mistake, not two:
 * it is missing where the other name stands.
 */
export function misspeltOnce(problems: readonly Problem[]): readonly Problem[] {
  const unknown = new Map(problems.flatMap((problem) => {
    const { code, path, fixes } = problem;
    const meant = code === "unknown-field" ? fixes?.[0]?.put : undefined;
    return meant === undefined
      ? []
      : [[JSON.stringify([...path.slice(0, -1), meant]), problem] as const];
  }));
  const told = new Set<Problem>();
  const moved = problems.map((problem) => {
    const written = problem.code === "missing-field"
      ? unknown.get(JSON.stringify(problem.path))
      : undefined;
    if (!written) return problem;
    told.add(written);
    const { help: _help, ...missing } = problem;
    const { path, at, fixes = [] } = written;
    return { ...missing, path, ...at && { at }, fixes };
  });
  return moved.filter((problem) => !told.has(problem));
}
