import type { FieldPath } from "../../base/field_path.ts";
import type { Problem } from "../../base/problem.ts";
import { fieldsOf, type SchemaNode } from "../schema_node.ts";
import { describeSchema, describeWords } from "./describe_schema.ts";
import { explainKind } from "./explain_kind.ts";
import { explainLeaf } from "./explain_leaf.ts";
import { explainUnknownField, meantField } from "./explain_unknown_field.ts";
import { explainWord } from "./explain_word.ts";
import { type Explaining, problem } from "./explaining.ts";
import { isShowableName } from "./showable_word.ts";
import { takesKindOf } from "./takes_kind_of.ts";

type NodeOf<K extends SchemaNode["is"]> = Extract<SchemaNode, { is: K }>;
type Table = Readonly<Record<string, unknown>>;

/** Everything that a node refuses of a value, in the order of the document. */
export function* explainNode(
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
      ? explainNode(field.node, value[key], [...path, key], {
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
    // zod drops this key without a word; here it is refused.
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
    for (const found of explainNode(node.key, key, inner, named)) {
      yield { ...found, at: "key" };
    }
    yield* explainNode(node.value, value[key], inner, explaining);
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
  for (const found of explainNode(chosen, value, path, explaining)) {
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
    yield* explainNode(node.item, value[index], [...path, index], explaining);
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
  for (const found of explainNode(meant, value, path, explaining)) {
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
