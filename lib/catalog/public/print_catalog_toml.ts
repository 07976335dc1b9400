import type { CatalogModel, CatalogProvider } from "../catalog.ts";
import type { RetiredModel } from "../catalog_schema.ts";

/** The fields of a row, in the order of the documentation. */
const ROW_FIELDS: readonly (keyof CatalogModel)[] = [
  "id",
  "provider",
  "context_window",
  "max_context_window",
  "max_output_tokens",
  "capability",
  "reasoning_efforts",
  "reasoning_budget",
  "temperature",
  "default_max_tokens",
  "note",
  "retires",
  "replacement",
];
const PROVIDER_FIELDS: readonly (keyof CatalogProvider)[] = [
  "id",
  "display_name",
  "scheme",
  "base_url",
  "auth_hint",
  "default_capability",
  "default_context_window",
];
const RETIRED_FIELDS: readonly (keyof RetiredModel)[] = [
  "provider",
  "id",
  "since",
  "replacement",
];
/** Fields that TOML writes as a date, without quotes. */
const DATES: ReadonlySet<string> = new Set(["retires", "since"]);

/**
 * A `models.toml`.
 *
 * @param remarks lines of comment at the top
 */
export function printModelsToml(
  models: readonly CatalogModel[],
  retired: readonly RetiredModel[],
  remarks: readonly string[],
): string {
  return file(remarks, [
    ...models.map((model) => table("model", ROW_FIELDS, model)),
    ...retired.map((model) => table("retired", RETIRED_FIELDS, model)),
  ]);
}

/**
 * A `providers.toml`.
 *
 * @param remarks lines of comment at the top
 */
export function printProvidersToml(
  providers: readonly CatalogProvider[],
  remarks: readonly string[],
): string {
  return file(
    remarks,
    providers.map((row) => table("provider", PROVIDER_FIELDS, row)),
  );
}

function file(remarks: readonly string[], tables: readonly string[]): string {
  const blocks = [
    remarks.map((line) => `# ${line}`.trimEnd()).join("\n"),
    ...tables,
  ];
  return `${blocks.filter((block) => block !== "").join("\n\n")}\n`;
}

function table<T extends object>(
  name: string,
  fields: readonly (keyof T & string)[],
  row: T,
): string {
  const lines = fields.flatMap((field) => {
    const value = row[field];
    if (value === undefined) return [];
    const text = DATES.has(field) ? String(value) : inline(value);
    return [`${field} = ${text}`];
  });
  return [`[[${name}]]`, ...lines].join("\n");
}

function inline(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(inline).join(", ")}]`;
  if (typeof value === "object" && value !== null) {
    const fields = Object.entries(value)
      .filter(([, item]) => item !== undefined)
      .map(([key, item]) => `${key} = ${inline(item)}`);
    return fields.length === 0 ? "{}" : `{ ${fields.join(", ")} }`;
  }
  // A JSON string is a TOML string, but for a control character.
  return JSON.stringify(value).replaceAll("\u007f", "\\u007f");
}
