import { isObject } from "../../base/json.ts";
import type { SchemaNode } from "../schema_node.ts";

/** Whether a value is of the JSON type that a node is about, right or wrong. */
export function takesKindOf(node: SchemaNode, value: unknown): boolean {
  switch (node.is) {
    case "table":
    case "map":
    case "variants":
      // TOML has dates, which are objects here.
      return isObject(value) && !(value instanceof Date);
    case "list":
      return Array.isArray(value);
    case "flag":
      return typeof value === "boolean";
    case "number":
      return typeof value === "number";
    case "text":
    case "words":
      return typeof value === "string";
    case "either":
      return node.options.some((option) => takesKindOf(option, value));
  }
}
