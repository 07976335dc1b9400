import type { FieldPath } from "../../base/field_path.ts";
import type { Problem } from "../../base/problem.ts";
import { accepts } from "../accepts.ts";
import { I32_MAX } from "../bounds.ts";
import {
  meaningOf,
  type NumberNode,
  type SchemaNode,
  type TextNode,
} from "../schema_node.ts";
import { explainWord } from "./explain_word.ts";
import { type Explaining, problem } from "./explaining.ts";
import { isShowableName } from "./showable_word.ts";

/** What is wrong with a plain value of the right type: at most one thing. */
export function explainLeaf(
  node: SchemaNode,
  value: unknown,
  path: FieldPath,
  explaining: Explaining,
): Problem[] {
  if (accepts(node, value)) return [];
  const subject = explaining.name(path);
  switch (node.is) {
    case "words":
      return [explainWord(value, node.words, path, explaining)];
    case "number":
      return [explainNumber(node, value as number, path, subject)];
    case "text":
      return [explainText(node, value as string, path, subject)];
    default:
      return [];
  }
}

/** How a variable is named elsewhere: `$NAME`, `${NAME}`, `%NAME%`, `env:NAME`. */
const VARIABLE_OF_OTHERS =
  /^(?:\$?\{+ *|\$|%)?(?:(?:env|secrets|process\.env|os\.environ)[:./])?([A-Za-z_]\w*)(?: *\}+|%)?$/;

/** `prompts/reviewer.md`: words that end in the name of a file. */
function isRelativeFile(text: string): boolean {
  return /^(?:\.\/)?[\w-]+(?:\/[\w-]+)*\.[a-z]{2,4}$/.test(text) &&
    isShowableName(text.replace(/^\.\//, ""));
}

/** A text, which is never repeated: it could be a secret in the wrong place. */
function explainText(
  node: TextNode,
  value: string,
  path: FieldPath,
  subject: string,
): Problem {
  const message = `${subject} ${refusedText(node, value)}`;
  const means = meaningOf(node);
  if (means === "variable-name") {
    const [, name] = VARIABLE_OF_OTHERS.exec(value) ?? [];
    if (name !== undefined && isShowableName(name)) {
      const help = `write the name of the variable alone: \`${name}\``;
      const fix = { replace: "value", put: name } as const;
      return problem("invalid-value", path, message, help, fix);
    }
  }
  if (means === "prompt-reference") {
    const help = "the text stands in a file of its own, which is named: " +
      "`$workspace/prompts/reviewer.md`";
    return isRelativeFile(value)
      ? problem("invalid-value", path, message, undefined, {
        replace: "value",
        put: `$workspace/${value.replace(/^\.\//, "")}`,
      })
      : problem("invalid-value", path, message, help);
  }
  const expands = means === "url" && /\$\{?\w|\{\{|%\w+%/.test(value);
  return problem(
    "invalid-value",
    path,
    message,
    expands
      ? "no variable is expanded here: write the address itself, or give it to a provider of your own in `providers.toml`"
      : undefined,
  );
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
    : min !== undefined && isRange(node)
    ? `from ${min} to ${max}`
    : min !== undefined && value < min
    ? `at least ${min}`
    : max !== undefined
    ? `at most ${max}`
    : "a finite number";
  // A percentage where a part of one belongs.
  const share = max === 1 && value > 1 && value <= 100 && !node.whole
    ? value / 100
    : undefined;
  return problem(
    "invalid-value",
    path,
    `${subject} must be ${wanted}: it is ${value}`,
    share === undefined ? undefined : `for ${value} percent write \`${share}\``,
    share === undefined ? undefined : { replace: "value", put: share },
  );
}

/** Whether the upper bound is the field's own, and not only the largest integer of the runtime. */
function isRange({ max }: NumberNode): boolean {
  return max !== undefined && max < I32_MAX;
}

/** The words of what is asked of the text; never those of the text. */
function refusedText({ form }: TextNode, value: string): string {
  if (value === "") return "must not be empty";
  const wanted = form === undefined || form.accepts(value)
    ? "valid Unicode"
    : form.wanted;
  return `must be ${wanted}: this string is not`;
}
