import { exampleOf } from "./example_of.ts";
import type {
  FieldNode,
  NumberNode,
  SchemaNode,
  TableNode,
  TextNode,
} from "./schema_node.ts";

/** JSON Schema as plain data. */
export type JsonSchema = Readonly<Record<string, unknown>>;

/** Which form of a field its examples are of. */
type Form = "output" | "input";

/**
 * What JSON Schema (draft 2020-12) can say of a node. Every table is closed, and every
 * property has a title, a description and an example.
 *
 * @example
 * ```ts
 * import { jsonSchema } from "./json_schema.ts";
 * import { wholeNumber } from "./field_types.ts";
 * import assert from "node:assert/strict";
 * assert.deepEqual(jsonSchema(wholeNumber(1, 9).output, "output"), {
 *   type: "integer",
 *   minimum: 1,
 *   maximum: 9,
 * });
 * ```
 */
export function jsonSchema(node: SchemaNode, form: Form): JsonSchema {
  switch (node.is) {
    case "table":
      return tableSchema(node, form);
    case "variants":
      return {
        oneOf: [...node.options.values()]
          .map((table) => tableSchema(table, form)),
      };
    case "map":
      return {
        type: "object",
        propertyNames: jsonSchema(node.key, form),
        additionalProperties: jsonSchema(node.value, form),
      };
    case "list":
      return {
        type: "array",
        ...node.minItems > 0 && { minItems: node.minItems },
        items: jsonSchema(node.item, form),
      };
    case "either":
      return {
        anyOf: node.options.map((option) => jsonSchema(option, form)),
      };
    case "words":
      return node.words.length === 1
        ? { type: "string", const: node.words[0] }
        : { type: "string", enum: node.words };
    case "flag":
      return { type: "boolean" };
    case "number":
      return numberSchema(node);
    case "text":
      return textSchema(node);
  }
}

function tableSchema(
  { fields, required }: TableNode,
  form: Form,
): JsonSchema {
  return {
    type: "object",
    properties: Object.fromEntries(
      [...fields].map((
        [name, field],
      ) => [name, fieldSchema(name, field, form)]),
    ),
    ...required.length > 0 && { required },
    additionalProperties: false,
  };
}

function fieldSchema(name: string, field: FieldNode, form: Form): JsonSchema {
  return {
    title: titleOf(name),
    description: field.field.description,
    ...field.default !== undefined && { default: field.default },
    examples: [exampleOf(field, form)],
    ...jsonSchema(field.node, form),
  };
}

/** `max_turns` as a heading: `Max turns`. */
function titleOf(name: string): string {
  const words = name.replaceAll("_", " ");
  return words.charAt(0).toUpperCase() + words.slice(1);
}

function numberSchema({ whole, min, max, open }: NumberNode): JsonSchema {
  if (open) {
    return { type: "number", exclusiveMinimum: min, exclusiveMaximum: max };
  }
  return whole
    ? {
      type: "integer",
      minimum: min ?? Number.MIN_SAFE_INTEGER,
      maximum: max ?? Number.MAX_SAFE_INTEGER,
    }
    : { type: "number", minimum: min, maximum: max };
}

function textSchema({ mayBeEmpty, form }: TextNode): JsonSchema {
  return {
    type: "string",
    ...!mayBeEmpty && { minLength: 1 },
    ...form?.hints,
  };
}
