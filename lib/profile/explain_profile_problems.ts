import { type FieldPath, printFieldPath, valueAt } from "../base/field_path.ts";
import type { Problem } from "../base/problem.ts";
import { explainProblems } from "../schema/explain/explain_problems.ts";
import { isShowableName } from "../schema/explain/showable_word.ts";
import { PROFILE } from "../schema/field_table.ts";
import { valueAnswer } from "./value_answer.ts";
import { fieldAnswer } from "./field_answer.ts";

/**
 * Everything that keeps a value from being a profile, in the order of the
 * document.
 *
 * @param written what the author wrote for a path of the normal form: what a
 * message names
 */
export function explainProfileProblems(
  raw: unknown,
  written?: (path: FieldPath) => FieldPath,
): readonly Problem[] {
  return explainProblems(PROFILE, raw, {
    document: "the profile",
    ...written && { written },
    answers: { field: fieldAnswer, value: valueAnswer },
  }).map((problem) => {
    const help = betterHelp(problem, raw);
    return help === undefined ? problem : { ...problem, help };
  });
}

/** Where more is known of what was meant than the schema says. */
function betterHelp({ code, path }: Problem, raw: unknown): string | undefined {
  const field = printFieldPath(path);
  if (field === "model" && code === "missing-field") {
    return 'name one of the catalog, as `model = "anthropic/claude-sonnet-4-6"`; `insomnia-profile models` lists them';
  }
  const value = valueAt(raw, path);
  const isName = typeof value === "string" && value.length <= 64 &&
    isShowableName(value);
  if (field === "slug" && isName) {
    const slug = value.trim().replace(/[^A-Za-z0-9._-]+/g, "-")
      .replace(/^[^A-Za-z0-9]+|-+$/g, "");
    return slug === "" ? undefined : `write \`${slug}\``;
  }
  const isShare = typeof value === "number" && value > 0 && value < 1;
  if (field === "memory.extract_threshold" && isShare) {
    return `for a part of the context window write \`extract_threshold_ratio = ${value}\`, for a whole number use \`//\` or \`math.floor\``;
  }
}
