import { fieldsOf, type SchemaNode } from "./schema_node.ts";

/**
 * The present name of a field that people may still write under an older one;
 * the name itself where it is none.
 */
export function presentName(node: SchemaNode, name: string): string {
  for (const [present, { field }] of fieldsOf(node)) {
    if (field.older?.includes(name)) return present;
  }
  return name;
}

/** What to do instead of a field that is gone for good; nothing for others. */
export function removalOf(node: SchemaNode, name: string): string | undefined {
  return node.is === "table" && Object.hasOwn(node.removed, name)
    ? node.removed[name]
    : undefined;
}
