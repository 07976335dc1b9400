// The one file that names zod, for programs that work with its schemas. Nothing
// of this program checks with it.
import * as z from "npm:zod@4.6.7";
import type {
  NumberNode,
  SchemaNode,
  TableNode,
  TextNode,
} from "./schema_node.ts";

/**
 * A zod schema whose output is `T`: zod's own type, under the name it has here.
 *
 * @internal zod documents it
 */
export type Schema<T> = z.ZodType<T>;

/**
 * The zod schema of a node, which is made when it is first asked something.
 *
 * @typeParam T what TypeScript calls the values that the node takes
 */
export function zodSchema<T>(node: SchemaNode): Schema<T> {
  let made: z.ZodType | undefined;
  return z.lazy(() => made ??= schemaOf(node)) as unknown as Schema<T>;
}

function schemaOf(node: SchemaNode): z.ZodType {
  switch (node.is) {
    case "table":
      return tableSchema(node);
    case "variants":
      return z.discriminatedUnion(
        "kind",
        [...node.options.values()].map(tableSchema) as never,
      );
    case "map":
      return z.record(schemaOf(node.key) as z.ZodString, schemaOf(node.value));
    case "list":
      return z.array(schemaOf(node.item)).min(node.minItems);
    case "either":
      return z.union(node.options.map(schemaOf));
    case "words":
      return z.enum(node.words as [string]);
    case "flag":
      return z.boolean();
    case "number":
      return numberSchema(node);
    case "text":
      return textSchema(node);
  }
}

function tableSchema({ fields }: TableNode) {
  const shape: Record<string, z.ZodType> = {};
  for (const [name, { node, optional, field, ...row }] of fields) {
    const schema = schemaOf(node).meta({
      description: field.description,
      ...row.default !== undefined && { default: row.default },
    });
    shape[name] = optional ? z.exactOptional(schema) : schema;
  }
  return z.strictObject(shape);
}

function numberSchema(
  { whole, min = -Infinity, max = Infinity, open }: NumberNode,
) {
  const number = whole ? z.int() : z.number();
  return open ? number.gt(min).lt(max) : number.gte(min).lte(max);
}

function textSchema({ mayBeEmpty, form }: TextNode) {
  const text = z.string().min(mayBeEmpty ? 0 : 1);
  const formed = form === undefined
    ? text
    : form.regex !== undefined
    ? text.regex(form.regex, form.wanted)
    : text.refine(form.accepts, form.wanted);
  return formed.refine((value) => value.isWellFormed(), "valid Unicode");
}
