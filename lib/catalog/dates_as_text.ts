import { isObject } from "../base/json.ts";

/** The tables of a `models.toml`, with the field of each that is a date. */
const DATE_FIELDS: Readonly<Record<string, string>> = {
  model: "retires",
  retired: "since",
};

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
  for (const [table, field] of Object.entries(DATE_FIELDS)) {
    const rows = document[table];
    if (!Array.isArray(rows)) continue;
    result[table] = rows.map((row) =>
      isObject(row) && row[field] instanceof Date
        ? { ...row, [field]: row[field].toISOString() }
        : row
    );
  }
  return result;
}
