import { tomlString } from "../../base/toml_string.ts";
import { INVISIBLE } from "../../base/visible_json.ts";
import type { SectionType } from "../../schema/field.ts";
import { fieldsOf, meaningOf } from "../../schema/schema_node.ts";

/**
 * A file of a catalog, its tables and their fields in the order of the field
 * table.
 *
 * @param content the rows of each table
 * @param remarks lines of comment at the top
 */
export function printCatalogToml<Document extends object>(
  { output }: SectionType<Document>,
  content: Document,
  remarks: readonly string[],
): string {
  const tables = [...output.fields].flatMap(([name, { node }]) => {
    if (node.is !== "list") return [];
    const rows = content[name as keyof Document] as
      | readonly Readonly<Record<string, unknown>>[]
      | undefined;
    return (rows ?? []).map((row) => {
      const lines = [...fieldsOf(node.item)].flatMap(([field, { node }]) => {
        const value = row[field];
        if (value === undefined) return [];
        const isDate = meaningOf(node) === "date";
        return [`${field} = ${isDate ? value : inline(value)}`];
      });
      return [`[[${name}]]`, ...lines].join("\n");
    });
  });
  const blocks = [
    // A name of a file may have a line end.
    remarks.map((line) => `# ${line.replace(INVISIBLE, "?")}`).join("\n"),
    ...tables,
  ];
  return `${blocks.filter((block) => block !== "").join("\n\n")}\n`;
}

function inline(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(inline).join(", ")}]`;
  if (typeof value === "object" && value !== null) {
    const fields = Object.entries(value)
      .filter(([, item]) => item !== undefined)
      .map(([key, item]) => `${key} = ${inline(item)}`);
    return fields.length === 0 ? "{}" : `{ ${fields.join(", ")} }`;
  }
  return typeof value === "string"
    ? tomlString(value.toWellFormed())
    : JSON.stringify(value);
}
