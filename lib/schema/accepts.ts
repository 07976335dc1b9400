import type { FieldType } from "./field.ts";
import type {
  NumberNode,
  SchemaNode,
  TableNode,
  TextNode,
} from "./schema_node.ts";

type Table = Readonly<Record<string, unknown>>;

/**
 * Whether a value is what a node says. Looks at own fields only, and takes only
 * what JSON or TOML can give: no instance of a class, no list with holes.
 *
 * @example
 * ```ts
 * import { accepts } from "./accepts.ts";
 * import { wholeNumber } from "./field_types.ts";
 * import assert from "node:assert/strict";
 * const { output } = wholeNumber(1);
 * assert.equal(accepts(output, 2), true);
 * assert.equal(accepts(output, "2"), false);
 * ```
 */
export function accepts(node: SchemaNode, value: unknown): boolean {
  switch (node.is) {
    case "table":
      return isTable(value) && acceptsTable(node, value);
    case "variants": {
      const kind = isTable(value) ? value.kind : undefined;
      const chosen = typeof kind === "string" && node.options.get(kind);
      return chosen ? acceptsTable(chosen, value as Table) : false;
    }
    case "map":
      return isTable(value) && Object.keys(value).every((key) =>
        // zod drops this key without a word; here it is refused.
        key !== "__proto__" && accepts(node.key, key) &&
        accepts(node.value, value[key])
      );
    case "list":
      if (!Array.isArray(value) || value.length < node.minItems) return false;
      // Not `every`, which passes over holes.
      for (let index = 0; index < value.length; index++) {
        if (!accepts(node.item, value[index])) return false;
      }
      return true;
    case "either":
      return node.options.some((option) => accepts(option, value));
    case "words":
      return node.words.includes(value as string);
    case "flag":
      return typeof value === "boolean";
    case "number":
      return acceptsNumber(node, value);
    case "text":
      return acceptsText(node, value);
  }
}

/** Whether a value is what people write for a type. */
export function isInputOf<I>(
  // deno-lint-ignore no-explicit-any -- the other form does not matter
  type: FieldType<any, I>,
  value: unknown,
): value is I {
  return accepts(type.input, value);
}

/** An object of plain data: from JSON, or without a prototype. */
function isTable(value: unknown): value is Table {
  if (typeof value !== "object" || value === null) return false;
  const prototype = Object.getPrototypeOf(value);
  return prototype === null || prototype === Object.prototype;
}

function acceptsTable({ fields, required }: TableNode, value: Table): boolean {
  for (const key of Object.keys(value)) {
    const field = fields.get(key);
    if (!field || !accepts(field.node, value[key])) return false;
  }
  return required.every((name) => Object.hasOwn(value, name));
}

function acceptsNumber(
  { whole, min = -Infinity, max = Infinity, open }: NumberNode,
  value: unknown,
): boolean {
  if (typeof value !== "number") return false;
  if (!(whole ? Number.isSafeInteger(value) : Number.isFinite(value))) {
    return false;
  }
  return open ? value > min && value < max : value >= min && value <= max;
}

function acceptsText(
  { mayBeEmpty, form }: TextNode,
  value: unknown,
): boolean {
  return typeof value === "string" && (mayBeEmpty || value !== "") &&
    value.isWellFormed() && (form === undefined || form.accepts(value));
}
