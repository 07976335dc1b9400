import type { FieldPath } from "../../base/field_path.ts";
import type { Problem } from "../../base/problem.ts";
import type { Schema } from "../schema.ts";
import { type SchemaNode, schemaNode } from "../schema_node.ts";
import { explainWord } from "./explain_word.ts";
import { type Explaining, problem } from "./explaining.ts";

type NumberNode = Extract<SchemaNode, { is: "number" }>;
type Issue = NonNullable<
  ReturnType<Schema<unknown>["safeParse"]>["error"]
>["issues"][number];

/** What is wrong with a plain value of the right type: at most one thing. */
export function explainLeaf(
  schema: Schema<unknown>,
  value: unknown,
  path: FieldPath,
  explaining: Explaining,
): Problem[] {
  const issue = schema.safeParse(value).error?.issues[0];
  if (issue === undefined) return [];
  const node = schemaNode(schema);
  const subject = explaining.name(path);
  switch (node.is) {
    case "words":
      return [explainWord(value, node.words, path, explaining)];
    case "number":
      return [explainNumber(node, value as number, path, subject)];
    default:
      return [
        problem(
          "invalid-value",
          path,
          `${subject} ${refusedText(issue, value)}`,
        ),
      ];
  }
}

function explainNumber(
  node: NumberNode,
  value: number,
  path: FieldPath,
  subject: string,
): Problem {
  if (node.whole && Number.isFinite(value) && !Number.isInteger(value)) {
    return problem(
      "invalid-type",
      path,
      `${subject} must be a whole number: ${value} is not`,
      "use `//` or `math.floor`",
    );
  }
  const max = node.max ?? (node.whole ? Number.MAX_SAFE_INTEGER : undefined);
  const { min } = node;
  const wanted = node.open
    ? `between ${min} and ${max}, neither of them`
    : node.max !== undefined && min !== undefined
    ? `from ${min} to ${max}`
    : min !== undefined && value < min
    ? `at least ${min}`
    : max !== undefined
    ? `at most ${max}`
    : "a finite number";
  return problem(
    "invalid-value",
    path,
    `${subject} must be ${wanted}: it is ${value}`,
  );
}

/** The words of the first check that failed; never those of the value. */
function refusedText(issue: Issue, value: unknown): string {
  if (value === "") return "must not be empty";
  if (issue.code === "too_big") {
    return `must have at most ${issue.maximum} characters: it has ${
      String(value).length
    }`;
  }
  return `must be ${issue.message}: this string is not`;
}
