import type {
  FieldNode,
  NumberNode,
  SchemaNode,
  TableNode,
  TextNode,
} from "./schema_node.ts";

/** JSON Schema as plain data. */
export type JsonSchema = Readonly<Record<string, unknown>>;

/**
 * What JSON Schema (draft 2020-12) can say of a node. Every table is closed.
 *
 * @example
 * ```ts
 * import { jsonSchema } from "./json_schema.ts";
 * import { wholeNumber } from "./field_types.ts";
 * import assert from "node:assert/strict";
 * assert.deepEqual(jsonSchema(wholeNumber(1, 9).output), {
 *   type: "integer",
 *   minimum: 1,
 *   maximum: 9,
 * });
 * ```
 */
export function jsonSchema(node: SchemaNode): JsonSchema {
  switch (node.is) {
    case "table":
      return tableSchema(node);
    case "variants":
      return { oneOf: [...node.options.values()].map(tableSchema) };
    case "map":
      return {
        type: "object",
        propertyNames: jsonSchema(node.key),
        additionalProperties: jsonSchema(node.value),
      };
    case "list":
      return {
        type: "array",
        ...node.minItems > 0 && { minItems: node.minItems },
        items: jsonSchema(node.item),
      };
    case "either":
      return { anyOf: node.options.map(jsonSchema) };
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

function tableSchema({ fields }: TableNode): JsonSchema {
  const required = [...fields].filter(([, { optional }]) => !optional)
    .map(([name]) => name);
  return {
    type: "object",
    properties: Object.fromEntries(
      [...fields].map(([name, field]) => [name, fieldSchema(field)]),
    ),
    ...required.length > 0 && { required },
    additionalProperties: false,
  };
}

function fieldSchema({ node, field, ...row }: FieldNode): JsonSchema {
  return {
    description: field.description,
    ...row.default !== undefined && { default: row.default },
    ...jsonSchema(node),
  };
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
