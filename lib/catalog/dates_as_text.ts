import { isObject } from "../base/json.ts";
import { fieldsOf, meaningOf } from "../schema/schema_node.ts";
import { MODELS } from "./models_schema.ts";

/**
 * The content of a `models.toml` with its dates as text, `2027-01-31`: a catalog
 * is plain data. A date with a time becomes the longer text, for the schema to
 * refuse.
 *
 * @param document parsed TOML
 */
export function datesAsText(document: unknown): unknown {
  if (!isObject(document)) return document;
  const result: Record<string, unknown> = { ...document };
  for (const [table, { node }] of MODELS.input.fields) {
    const rows = document[table];
    if (node.is !== "list" || !Array.isArray(rows)) continue;
    const dates = [...fieldsOf(node.item)]
      .filter(([, field]) => meaningOf(field.node) === "date");
    result[table] = rows.map((row) =>
      dates.reduce(
        (changed, [field]) =>
          isObject(changed) && changed[field] instanceof Date
            ? { ...changed, [field]: changed[field].toISOString() }
            : changed,
        row,
      )
    );
  }
  return result;
}
