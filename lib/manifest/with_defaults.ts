import { isObject } from "../base/json.ts";
import type { SchemaNode } from "../schema/schema_node.ts";

/**
 * A value with every default of the field table that is not written; what is
 * there stays, whatever it is. Model sections are left alone: what they lack
 * comes from the catalog.
 */
export function withDefaults(node: SchemaNode, written: unknown): unknown {
  if (node.is === "list" && Array.isArray(written)) {
    return written.map((item) => withDefaults(node.item, item));
  }
  if (node.is !== "table" || node.model || !isObject(written)) return written;
  const filled: Record<string, unknown> = { ...written };
  for (const [name, field] of node.fields) {
    if (written[name] !== undefined) {
      filled[name] = withDefaults(field.node, written[name]);
    } else if (field.default !== undefined) {
      filled[name] = field.default;
    } else if (field.field.required === "output" && field.node.is === "table") {
      // A section that every manifest has, whatever is written.
      filled[name] = withDefaults(field.node, {});
    }
  }
  return filled;
}
