import {
  type FieldNode,
  fieldsOf,
  type SchemaNode,
  type TableNode,
  type TextNode,
} from "../../lib/schema/schema_node.ts";
import { MANIFEST, PROFILE } from "../../lib/schema/field_table.ts";
import { markdownTable } from "./markdown_table.ts";

type Row = readonly [string, string, string, string];

/** The fields of one section of the manifest, at any depth. */
export function sectionFields(section: string): string {
  const field = MANIFEST.fields.get(section);
  if (field === undefined) throw new Error(`no section ${section}`);
  return table(rows(field.node, section));
}

/** The fields of a document that people write, at any depth. */
export function documentFields(document: TableNode): string {
  return table(rows(document, ""));
}

/** What a profile may say that is no field of a manifest, or takes more there. */
export function profileFields(): string {
  return table(beyond(PROFILE, MANIFEST, ""));
}

function table(found: readonly Row[]): string {
  return markdownTable(
    ["field", "takes", "default", "meaning"],
    found.map((row) => [...row]),
  );
}

function rows(node: SchemaNode, path: string): Row[] {
  if (node.is === "variants") {
    return [...node.options].flatMap(([kind, { fields }]) => {
      return [...fields].map(([name, field]): Row =>
        name === "kind"
          ? [`\`${path}.kind\``, `\`${kind}\``, "", field.field.description]
          : row(`${path}.${name}`, field)
      );
    });
  }
  return [...fieldsOf(node)].flatMap(([name, field]) => {
    const here = path === "" ? name : `${path}.${name}`;
    const inside = insideOf(field.node);
    const itself = inside !== undefined && inside === field.node
      ? []
      : [row(here, field)];
    return inside === undefined ? itself : [
      ...itself,
      ...rows(inside, field.node.is === "list" ? `${here}[]` : here),
    ];
  });
}

/** The table that a field holds, itself or in each item; not another model. */
function insideOf(node: SchemaNode): SchemaNode | undefined {
  const item = node.is === "list" ? node.item : node;
  return item.is === "table" && !item.model || item.is === "variants"
    ? item
    : undefined;
}

function beyond(written: SchemaNode, made: SchemaNode, path: string): Row[] {
  const known = fieldsOf(made);
  return [...fieldsOf(written)].flatMap(([name, field]): Row[] => {
    const here = path === "" ? name : `${path}.${name}`;
    const same = known.get(name);
    if (same === undefined) return [row(here, field)];
    const isSection = same.node.is === "table" && !same.node.model &&
      field.node.is === "table";
    if (isSection || here === "model") {
      return beyond(field.node, same.node, here);
    }
    return takes(field.node) === takes(same.node) ? [] : [row(here, field)];
  });
}

function row(path: string, { field, ...rest }: FieldNode): Row {
  const unit = field.unit === undefined ? "" : ` (${field.unit})`;
  return [
    `\`${path}\``,
    takes(rest.node) + unit,
    fallback(rest),
    field.description,
  ];
}

function fallback(field: Omit<FieldNode, "field">): string {
  if (field.default !== undefined) {
    return `\`${JSON.stringify(field.default).replace(/^"|"$/g, "")}\``;
  }
  return field.optional ? "optional" : "required";
}

function takes(node: SchemaNode): string {
  switch (node.is) {
    case "either":
      return node.options.map(takes).join(", or ");
    case "words":
      return node.words.map((word) => `\`${word}\``).join(", ");
    case "flag":
      return "boolean";
    case "number":
      return node.whole
        ? `integer${bounds(node.min, node.max, 0)}`
        : `number${bounds(node.min, node.max)}`;
    case "text":
      return text(node);
    case "list":
      return insideOf(node) === undefined
        ? `list of ${takes(node.item)}`.replace(/path$/, "paths")
        : "list of tables";
    case "map":
      return `names, each with ${takes(node.value)}`;
    case "variants":
    case "table":
      return node.is === "table" && node.model
        ? "[model section](manifest.md#model)"
        : `\`{ ${[...fieldsOf(node).keys()].join(", ")} }\``;
  }
}

/** The bounds that are not the usual ones of the type. */
function bounds(min?: number, max?: number, usualMin?: number): string {
  if (max !== undefined) return `, ${min} to ${max}`;
  return min !== undefined && min !== usualMin ? `, at least ${min}` : "";
}

function text({ form }: TextNode): string {
  switch (form?.means) {
    case "path":
      return "path";
    case "url":
      return "URL";
    case "secret-name":
      return "name of a secret";
    case "variable-name":
      return "name of a variable";
    case "model-ref":
      return "`<provider>/<model id>`";
    case "prompt-reference":
      return "prompt reference";
    case "date":
      return "date";
    case undefined:
      return "text";
  }
}
