import type { SchemaNode } from "../schema_node.ts";

/**
 * What a node wants, to complete "must be ...": `a whole number`, `a string
 * or a table`.
 */
export function describeSchema(node: SchemaNode): string {
  switch (node.is) {
    case "table":
    case "map":
    case "variants":
      return "a table";
    case "list":
      return "a list";
    case "flag":
      return "`true` or `false`";
    case "number":
      return node.whole ? "a whole number" : "a number";
    case "text":
      return "a string";
    case "words":
      return describeWords(node.words);
    case "either":
      return oneOf([...new Set(node.options.map(describeSchema))]);
  }
}

/** The words to choose from, quoted. */
export function describeWords(words: readonly string[]): string {
  const quoted = words.map((word) => `\`${word}\``);
  return quoted.length === 1 ? quoted[0]! : `one of ${quoted.join(", ")}`;
}

/** `a, b or c`. */
function oneOf(parts: readonly string[]): string {
  return parts.length < 2
    ? parts.join("")
    : `${parts.slice(0, -1).join(", ")} or ${parts.at(-1)}`;
}

/** What kind of thing a value is, without saying the value. */
export function describeKind(value: unknown): string {
  if (value === null) return "null";
  if (Array.isArray(value)) {
    return value.length === 0 ? "an empty list" : "a list";
  }
  if (value instanceof Date) return "a date";
  switch (typeof value) {
    case "string":
      return "a string";
    case "number":
    case "bigint":
      return "a number";
    case "boolean":
      return "a boolean";
    case "object":
      return "a table";
    default:
      return `a value of type ${typeof value}`;
  }
}
