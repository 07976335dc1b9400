import type { Problem } from "./problem.ts";
import { listed, suggest } from "./suggest.ts";

/**
 * What helps with an unknown word: the close one as a fix, or all in a line
 * when there are few.
 *
 * @param otherwise the help where nothing is close and there are too many
 *
 * @example
 * ```ts
 * import { suggestFix } from "./suggest_fix.ts";
 * import assert from "node:assert/strict";
 * assert.deepEqual(suggestFix("value", "raed", ["read", "write"]), {
 *   fixes: [{ replace: "value", put: "read" }],
 * });
 * assert.deepEqual(suggestFix("value", "x", ["read", "write"]), {
 *   help: "one of: read, write",
 * });
 * ```
 */
export function suggestFix(
  replace: "key" | "value",
  word: string,
  known: readonly string[],
  otherwise?: string,
): Pick<Problem, "fixes" | "help"> {
  const put = suggest(word, known);
  if (put !== undefined) return { fixes: [{ replace, put }] };
  const help = listed(known) ?? otherwise;
  return help === undefined ? {} : { help };
}
