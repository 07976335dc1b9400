import type { Problem } from "./problem.ts";

/**
 * The most problems shown of one document. Nobody reads more, and a hostile
 * document can have hundreds of thousands: each costs time until it is printed
 * with its place.
 */
export const MOST_PROBLEMS = 100;

/** What is said in place of all further problems. */
const CUT: Problem = {
  code: "problems-cut",
  severity: "error",
  message: `only the first ${MOST_PROBLEMS} problems are shown: there are more`,
  path: [],
  help: "mend these, and the others show",
};

/**
 * The first problems of many, errors before warnings but in their order, and
 * that there are more.
 */
export function cutProblems(problems: readonly Problem[]): readonly Problem[] {
  const wasCut = problems.some(({ code }) => code === CUT.code);
  if (!wasCut && problems.length <= MOST_PROBLEMS) return problems;
  const found = problems.filter(({ code }) => code !== CUT.code);
  const errors = found.filter(({ severity }) => severity === "error");
  const others = found.filter(({ severity }) => severity !== "error");
  const told = new Set([...errors, ...others].slice(0, MOST_PROBLEMS));
  // Cut warnings alone are not an error.
  const cut: Problem = wasCut || errors.length > 0
    ? CUT
    : { ...CUT, severity: "warning" };
  return [...found.filter((problem) => told.has(problem)), cut];
}
