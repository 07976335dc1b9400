import type { JsonValue } from "../../base/json.ts";
import { accepts } from "../accepts.ts";
import { fieldsOf, type SchemaNode } from "../schema_node.ts";

/**
 * The table that somebody meant who wrote something else in its place: `"brave"`
 * for `{ provider = "brave" }`, `true` for `{ enabled = true }`, a list without
 * the names for all fields in their order.
 *
 * @returns `undefined` where no table, or more than one, can be meant
 */
export function tableFor(
  node: SchemaNode,
  value: unknown,
): JsonValue | undefined {
  const fields = [...fieldsOf(node)];
  if (Array.isArray(value)) {
    const named = Object.fromEntries(
      value.map((item, index) => [fields[index]?.[0] ?? "", item]),
    );
    return value.length > 0 && accepts(node, named) ? named : undefined;
  }
  const takers = fields.filter(([name, field]) =>
    name !== "kind" && accepts(field.node, value) &&
    // Any text would do: what is meant is a word that only one of them has.
    (typeof value !== "string" || takesWords(field.node))
  ).map(([name]) => ({ [name]: value as JsonValue }));
  const kind = { kind: value as JsonValue };
  const all = [...takers, kind].filter((table) => accepts(node, table));
  const isFlag = typeof value === "boolean";
  return all.length === 1 || isFlag ? all[0] : undefined;
}

function takesWords(node: SchemaNode): boolean {
  return node.is === "words" ||
    node.is === "either" && node.options.some(takesWords);
}
