import { type FieldPath, printFieldPath } from "../base/field_path.ts";
import type { Problem } from "../base/problem.ts";
import { fieldsOf, type SchemaNode } from "./schema_node.ts";

/**
 * The present name of a field that people may still write under an older one;
 * any other name as it is.
 */
export function presentName(node: SchemaNode, name: string): string {
  const fields = fieldsOf(node);
  if (fields.has(name)) return name;
  for (const [present, { field }] of fields) {
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

/** That a field is written which is gone for good. */
export function removedField(path: FieldPath, help: string): Problem {
  return {
    code: "removed-field",
    severity: "error",
    message: `\`${printFieldPath(path)}\` was removed`,
    path,
    at: "key",
    help,
  };
}

/** That a field is written twice, under two names. */
export function bothSpellings(
  path: FieldPath,
  other: FieldPath,
  help: string,
): Problem {
  return {
    code: "conflicting-fields",
    severity: "error",
    message:
      `\`${printFieldPath(path)}\` and \`${printFieldPath(other)}\` are the ` +
      "same field in two spellings: only one of them can hold",
    path,
    at: "key",
    help,
  };
}
