import assert from "node:assert/strict";
import { cutProblems, MOST_PROBLEMS } from "../../lib/base/cut_problems.ts";
import type { Problem } from "../../lib/base/problem.ts";

function problems(count: number): Problem[] {
  return Array.from({ length: count }, (_, at) => ({
    code: "unknown-field",
    severity: "error",
    message: `${at}`,
    path: [at],
  }));
}

Deno.test("cutProblems leaves as many alone as are told", () => {
  assert.deepEqual(cutProblems([]), []);
  assert.deepEqual(
    cutProblems(problems(MOST_PROBLEMS)),
    problems(MOST_PROBLEMS),
  );
});

Deno.test("cutProblems says once that there are more, at the end", () => {
  const cut = cutProblems(problems(MOST_PROBLEMS + 1));
  assert.deepEqual(cut.slice(0, -1), problems(MOST_PROBLEMS));
  assert.equal(cut.at(-1)!.code, "problems-cut");
  // Cut before, in another order and with more beside them.
  const again = cutProblems([cut.at(-1)!, ...problems(MOST_PROBLEMS)]);
  assert.deepEqual(again, cut);
});
