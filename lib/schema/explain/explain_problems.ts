import { cutProblems, MOST_PROBLEMS } from "../../base/cut_problems.ts";
import type { DiagnosticCode } from "../../base/diagnostic_codes.ts";
import { type FieldPath, printFieldPath } from "../../base/field_path.ts";
import type { Problem } from "../../base/problem.ts";
import { accepts } from "../accepts.ts";
import type { SchemaNode } from "../schema_node.ts";
import { explainNode } from "./explain_node.ts";
import { type Answers, type Explaining, problem } from "./explaining.ts";

/** What is said about a document as a whole. */
export interface ExplainOptions {
  /** What it is called: `the profile`. */
  readonly document: string;
  /** One code for all problems, in place of one a kind of problem. */
  readonly code?: DiagnosticCode;
  /** What it answers to words that people bring from elsewhere. */
  readonly answers?: Answers;
  /** How a field is to be named that the document has in another place. */
  readonly written?: (path: FieldPath) => FieldPath;
}

/**
 * Everything about a document that its node refuses, up to a hundred problems,
 * in the order of the document, what is missing last. Where several kinds of
 * value are taken, it is the kind at hand that counts. Never repeats a string
 * that could be a secret.
 *
 * @returns empty exactly when the node accepts the value
 *
 * @example
 * ```ts
 * import { explainProblems } from "./explain_problems.ts";
 * import { section, wholeNumber } from "../field_types.ts";
 * import assert from "node:assert/strict";
 * const box = section<{ size: number }>({
 *   size: { type: wholeNumber(1), description: "How large it is", required: "always" },
 * });
 * const [problem] = explainProblems(box.output, { size: "2" }, { document: "the box" });
 * assert.equal(problem?.message, "`size` must be a whole number: it is a string");
 * assert.equal(problem?.help, "write the number without quotes");
 * ```
 */
export function explainProblems(
  node: SchemaNode,
  value: unknown,
  options: ExplainOptions,
): readonly Problem[] {
  const { document, code, answers, written = (path) => path } = options;
  const explaining: Explaining = {
    root: node,
    answers,
    name: (path) =>
      path.length === 0 ? document : `\`${printFieldPath(written(path))}\``,
  };
  const problems: Problem[] = [];
  for (const found of explainNode(node, value, [], explaining)) {
    problems.push(code === undefined ? found : { ...found, code });
    if (problems.length > MOST_PROBLEMS) break;
  }
  if (problems.length > 0) return cutProblems(problems);
  // Whatever the rules may have missed, a refusal always has a message.
  const message = `${explaining.name([])} is not of the right form`;
  return accepts(node, value)
    ? []
    : [problem(code ?? "invalid-value", [], message)];
}
