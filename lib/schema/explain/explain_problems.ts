import { cutProblems, MOST_PROBLEMS } from "../../base/cut_problems.ts";
import type { DiagnosticCode } from "../../base/diagnostic_codes.ts";
import { type FieldPath, printFieldPath } from "../../base/field_path.ts";
import type { Problem } from "../../base/problem.ts";
import { accepts } from "../accepts.ts";
import { fieldsOf, type SchemaNode } from "../schema_node.ts";
import { describeSchema, describeWords } from "./describe_schema.ts";
import { explainKind } from "./explain_kind.ts";
import { explainLeaf } from "./explain_leaf.ts";
import { explainUnknownField, meantField } from "./explain_unknown_field.ts";
import { explainWord } from "./explain_word.ts";
import { type Answers, type Explaining, problem } from "./explaining.ts";
import { isShowableName } from "./showable_word.ts";
import { takesKindOf } from "./takes_kind_of.ts";

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

type NodeOf<K extends SchemaNode["is"]> = Extract<SchemaNode, { is: K }>;
type Table = Readonly<Record<string, unknown>>;

/**
 * Everything about a document that its node refuses, up to a hundred problems,
 * in the order of the document, what is missing last. Where several kinds of value are taken, it is
 * the kind at hand that counts. Never repeats a string that could be a secret.
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
  for (const found of explain(node, value, [], explaining)) {
    problems.push(code === undefined ? found : { ...found, code });
    if (problems.length > MOST_PROBLEMS) break;
  }
  if (problems.length > 0) return cutProblems(problems);
  return unexplained(node, value, explaining)
    .map((found) => code === undefined ? found : { ...found, code });
}

function* explain(
  node: SchemaNode,
  value: unknown,
  path: FieldPath,
  explaining: Explaining,
): Iterable<Problem> {
  if (!takesKindOf(node, value)) {
    yield explainKind(node, value, path, explaining);
  } else if (node.is === "either") {
    yield* explainEither(node, value, path, explaining);
  } else if (node.is === "list") {
    yield* explainList(node, value as readonly unknown[], path, explaining);
  } else if (node.is === "table") {
    yield* explainTable(node, value as Table, path, explaining);
  } else if (node.is === "map") {
    yield* explainMap(node, value as Table, path, explaining);
  } else if (node.is === "variants") {
    yield* explainVariants(node, value as Table, path, explaining);
  } else {
    yield* explainLeaf(node, value, path, explaining);
  }
}

function* explainTable(
  node: NodeOf<"table">,
  value: Table,
  path: FieldPath,
  explaining: Explaining,
): Iterable<Problem> {
  for (const key of Object.keys(value)) {
    const field = node.fields.get(key);
    yield* field
      ? explain(field.node, value[key], [...path, key], {
        ...explaining,
        unit: field.field.unit,
      })
      : [
        explainUnknownField(
          key,
          [...node.fields.keys()],
          path,
          explaining,
          Object.keys(value),
        ),
      ];
  }
  const absent = [...node.fields].filter(([key, { optional }]) =>
    !optional && !Object.hasOwn(value, key)
  );
  if (absent.length === 0) return;
  const names = [...node.fields.keys()];
  const meant = new Set(
    Object.keys(value).filter((key) => !node.fields.has(key))
      .map((key) => meantField(key, names, path, explaining)),
  );
  for (const [key, field] of absent) {
    // A misspelt name is one mistake, not two.
    if (meant.has(key)) continue;
    yield missing([...path, key], describeSchema(field.node), explaining);
  }
}

function* explainMap(
  node: NodeOf<"map">,
  value: Table,
  path: FieldPath,
  explaining: Explaining,
): Iterable<Problem> {
  const aName = {
    ...explaining,
    name: () => `a name in ${explaining.name(path)}`,
  };
  for (const key of Object.keys(value)) {
    const inner = [...path, key];
    // The check refuses this key, which to zod is none.
    if (key === "__proto__") {
      yield {
        ...problem(
          "invalid-value",
          inner,
          `${aName.name()} must be another than \`__proto__\``,
        ),
        at: "key",
      };
      continue;
    }
    const named = key !== "" && isShowableName(key)
      ? { ...aName, name: () => `\`${key}\` in ${explaining.name(path)}` }
      : aName;
    for (const found of explain(node.key, key, inner, named)) {
      yield { ...found, at: "key" };
    }
    yield* explain(node.value, value[key], inner, explaining);
  }
}

function* explainVariants(
  node: NodeOf<"variants">,
  value: Table,
  path: FieldPath,
  explaining: Explaining,
): Iterable<Problem> {
  const kinds = [...node.options.keys()];
  const inner = [...path, "kind"];
  if (!Object.hasOwn(value, "kind")) {
    const names = [...fieldsOf(node).keys()];
    const unknown = Object.keys(value).filter((key) => !names.includes(key));
    for (const key of unknown) {
      yield explainUnknownField(key, names, path, explaining);
    }
    const isMeant = unknown
      .some((key) => meantField(key, names, path, explaining) === "kind");
    if (!isMeant) yield missing(inner, describeWords(kinds), explaining);
    return;
  }
  const chosen = typeof value.kind === "string"
    ? node.options.get(value.kind)
    : undefined;
  if (chosen === undefined) {
    yield explainWord(value.kind, kinds, inner, explaining);
    return;
  }
  for (const found of explain(chosen, value, path, explaining)) {
    // A field of another kind is not a misspelling.
    const key = found.path[path.length]!;
    const owner = found.code === "unknown-field"
      ? kinds.find((kind) => namesOf(node.options.get(kind)!).includes(key))
      : undefined;
    if (owner === undefined) {
      yield found;
    } else {
      const { fixes: _, ...rest } = found;
      yield { ...rest, help: `\`${key}\` goes with the kind \`${owner}\`` };
    }
  }
}

function* explainList(
  node: NodeOf<"list">,
  value: readonly unknown[],
  path: FieldPath,
  explaining: Explaining,
): Iterable<Problem> {
  if (value.length < node.minItems) {
    const least = node.minItems === 1 ? "one item" : `${node.minItems} items`;
    yield problem(
      "invalid-value",
      path,
      `${explaining.name(path)} must have at least ${least}: it has ${
        value.length === 0 ? "none" : value.length
      }`,
    );
  }
  for (let index = 0; index < value.length; index++) {
    yield* explain(node.item, value[index], [...path, index], explaining);
  }
}

function* explainEither(
  node: NodeOf<"either">,
  value: unknown,
  path: FieldPath,
  explaining: Explaining,
): Iterable<Problem> {
  const meant = node.options.find((option) => takesKindOf(option, value))!;
  const takesRatio = node.options.some((option) =>
    namesOf(option).includes("ratio")
  );
  for (const found of explain(meant, value, path, explaining)) {
    yield takesRatio && typeof value === "number" && value > 0 && value < 1
      ? {
        ...found,
        fixes: [{ replace: "value", put: { ratio: value }, isTold: true }],
        help:
          `for a part of the context window write \`{ ratio = ${value} }\`, ` +
          "for a whole number use `//` or `math.floor`",
      }
      : found;
  }
}

function namesOf(node: SchemaNode): readonly (string | number)[] {
  return node.is === "table" ? [...node.fields.keys()] : [];
}

function missing(
  path: FieldPath,
  wanted: string,
  explaining: Explaining,
): Problem {
  return problem(
    "missing-field",
    path,
    `${explaining.name(path)} is missing`,
    `it takes ${wanted}`,
  );
}

/** Nothing is refused without a word, whatever the rules above may have missed. */
function unexplained(
  node: SchemaNode,
  value: unknown,
  explaining: Explaining,
): Problem[] {
  if (accepts(node, value)) return [];
  return [
    problem(
      "invalid-value",
      [],
      `${explaining.name([])} is not of the right form`,
    ),
  ];
}
