import { printJsonSchema } from "../../lib/print/print_json_schema.ts";
import { markdownTable } from "./markdown_table.ts";

/** What these tables need to know of a JSON Schema. */
interface Node {
  readonly type?: string;
  readonly description?: string;
  readonly default?: unknown;
  readonly properties?: Readonly<Record<string, Node>>;
  readonly required?: readonly string[];
  readonly items?: Node;
  readonly enum?: readonly string[];
  readonly const?: string;
  readonly anyOf?: readonly Node[];
  readonly oneOf?: readonly Node[];
  readonly minimum?: number;
  readonly maximum?: number;
  readonly pattern?: string;
  readonly format?: string;
}

/** The fields of one section of the manifest, as its JSON Schema has them. */
export function sectionFields(section: string): string {
  const manifest: Node = JSON.parse(printJsonSchema("manifest"));
  const schema = manifest.properties?.[section];
  if (schema === undefined) throw new Error(`no section ${section}`);
  return markdownTable(
    ["field", "takes", "default", "meaning"],
    rows(section, schema),
  );
}

function rows(path: string, { properties = {}, required = [] }: Node) {
  return Object.entries(properties).flatMap(
    ([name, field]): string[][] => {
      const here = `${path}.${name}`;
      if (field.properties && !isModel(field)) return rows(here, field);
      return [[
        `\`${here}\``,
        takes(field),
        fallback(field, required.includes(name)),
        field.description ?? "",
      ]];
    },
  );
}

function fallback(field: Node, isRequired: boolean): string {
  if (field.default !== undefined) {
    return `\`${JSON.stringify(field.default).replace(/^"|"$/g, "")}\``;
  }
  return isRequired ? "required" : "optional";
}

function takes(field: Node): string {
  const options = field.anyOf ?? field.oneOf;
  if (options) return options.map(takes).join(", or ");
  if (field.enum) return field.enum.map((word) => `\`${word}\``).join(", ");
  if (field.const !== undefined) return `\`${field.const}\``;
  if (isModel(field)) return "[model section](#model)";
  switch (field.type) {
    case "integer":
      return `integer${bounds(field, 0, Number.MAX_SAFE_INTEGER)}`;
    case "number":
      return `number${bounds(field, -Infinity, Infinity)}`;
    case "array":
      return `list of ${field.items ? takes(field.items) : "values"}`
        .replace(/path$/, "paths");
    case "object":
      return field.properties
        ? `\`{ ${Object.keys(field.properties).join(", ")} }\``
        : "names with values";
    case "string":
      return text(field);
    default:
      return field.type ?? "";
  }
}

/** The bounds that are not the usual ones of the type. */
function bounds(field: Node, usualMin: number, usualMax: number): string {
  const { minimum = usualMin, maximum = usualMax } = field;
  if (maximum < usualMax) return `, ${minimum} to ${maximum}`;
  return minimum > usualMin || minimum < usualMin
    ? `, at least ${minimum}`
    : "";
}

function text({ pattern, format }: Node): string {
  if (format === "uri") return "URL";
  return pattern?.startsWith("^(/|") ? "path" : "text";
}

function isModel({ properties }: Node): boolean {
  return properties !== undefined && "model_id" in properties;
}
