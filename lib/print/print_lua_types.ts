import { PROFILE } from "../schema/field_table.ts";
import {
  type FieldNode,
  fieldsOf,
  type SchemaNode,
  type TableNode,
} from "../schema/schema_node.ts";
import { ALIASES, NAMES, VARIANTS } from "./lua_type_names.ts";

const HEAD = `---@meta insomnia._fields

-- Every field that a profile may have. Written by \`insomnia-profile types\`.
`;

/**
 * The fields of a profile as annotations of Lua, for language servers (LuaLS,
 * EmmyLua): what each takes, its default and what it means.
 */
export function printLuaTypes(): string {
  const printer = new LuaTypes();
  printer.typeOf(PROFILE, "");
  printer.imported(PROFILE);
  for (const { section, ...variant } of VARIANTS) {
    const table = tableAt(PROFILE, section.split("."));
    printer.variant({ ...variant, table, path: section });
  }
  return `${HEAD}\n${printer.blocks.join("\n\n")}\n`;
}

class LuaTypes {
  readonly blocks: string[] = [];
  readonly #names = new Map<SchemaNode, string>();

  /** The name of a type; tables are described under it. */
  typeOf(node: SchemaNode, path: string): string {
    switch (node.is) {
      case "table":
        return this.#tableType(node, path);
      case "list":
        return `${parenthesized(this.typeOf(node.item, path))}[]`;
      case "map":
        return `table<${this.typeOf(node.key, path)}, ${
          this.typeOf(node.value, path)
        }>`;
      case "either":
        return union(node.options.map((option) => this.typeOf(option, path)));
      case "variants":
        return union(
          [...node.options].map(([kind, table]) =>
            this.#tableType(table, `${lastWord(path)}.${kind}`)
          ),
        );
      case "words":
        return this.#words(node.words, path);
      case "flag":
        return "boolean";
      case "number":
        return node.whole ? "integer" : "number";
      case "text":
        return "string";
    }
  }

  /**
   * The profile that an import gives. Its lists may be appended to without
   * asking whether they are there: whoever imports it knows.
   */
  imported(profile: TableNode): void {
    const lines = [...profile.fields].map(([name, field]) => {
      const lists = field.node.is === "table"
        ? [...field.node.fields].filter(([, { node, optional }]) =>
          optional && node.is === "list"
        ).map(([list]) => list)
        : [];
      if (lists.length === 0) return this.#field(name, field, "");
      const type = `insomnia.Imported${pascal(name)}`;
      this.#push([
        `---@class (exact) ${type}`,
        ...[...fieldsOf(field.node)].map(([inner, node]) =>
          this.#field(
            inner,
            node,
            name,
            lists.includes(inner) ? "any" : undefined,
          )
        ),
      ].join("\n"));
      return this.#field(
        name,
        field,
        "",
        `${type}|${this.typeOf(field.node, name)}`,
      );
    });
    this.#push(
      ["---@class (exact) insomnia.ImportedProfile: insomnia.Profile", ...lines]
        .join("\n"),
    );
  }

  variant(
    { name, says, table, path, take, more = [], type = () => undefined }:
      & Omit<(typeof VARIANTS)[number], "section">
      & { readonly table: TableNode; readonly path: string },
  ): void {
    const lines = [...table.fields].filter(([field]) => take(field))
      .map(([field, node]) => this.#field(field, node, path, type(field)));
    this.blocks.push(
      [`---${says}`, `---@class (exact) insomnia.${name}`, ...lines, ...more]
        .join("\n"),
    );
  }

  #tableType(table: TableNode, path: string): string {
    const known = this.#names.get(table);
    if (known !== undefined) return known;
    const name = `insomnia.${
      NAMES[path] ??
        (table.model ? "Model" : isShare(table) ? "WindowRatio" : pascal(path))
    }`;
    this.#names.set(table, name);
    const lines = [...table.fields].map(([field, node]) =>
      this.#field(field, node, path)
    );
    const text = [`---@class (exact) ${name}`, ...lines].join("\n");
    this.#push(text);
    return name;
  }

  /** Two nodes that say the same, such as the share of a window, are one type. */
  #push(block: string): void {
    if (!this.blocks.includes(block)) this.blocks.push(block);
  }

  #field(
    name: string,
    field: FieldNode,
    path: string,
    type?: string,
  ): string {
    const here = path === "" ? name : `${path}.${name}`;
    const optional = field.optional ? "?" : "";
    const { description, unit } = field.field;
    const facts = [
      ...unit === undefined ? [] : [`in ${unit}`],
      ...isShown(field.default) ? [`default ${literal(field.default)}`] : [],
    ];
    return `---@field ${name}${optional} ${
      type ?? this.typeOf(field.node, here)
    } ${description}${facts.length > 0 ? ` (${facts.join(", ")})` : ""}`;
  }

  #words(words: readonly string[], path: string): string {
    const type = words.map((word) => JSON.stringify(word)).join("|");
    const alias = ALIASES[path];
    if (alias === undefined) return type;
    this.#push(`---@alias insomnia.${alias} ${type}`);
    return `insomnia.${alias}`;
  }
}

function tableAt(node: SchemaNode, path: readonly string[]): TableNode {
  const [first, ...rest] = path;
  if (first === undefined) {
    const table = node.is === "either"
      ? node.options.find((option) => option.is === "table")
      : node;
    if (table?.is !== "table") throw new TypeError("no table is there");
    return table;
  }
  const field = fieldsOf(node).get(first);
  if (field === undefined) throw new TypeError(`no field ${first}`);
  return tableAt(field.node, rest);
}

/** A default that fits into the line. */
function isShown(value: unknown): boolean {
  return value !== undefined && JSON.stringify(value).length <= 40 &&
    typeof value !== "object";
}

function literal(value: unknown): string {
  return JSON.stringify(value);
}

function union(types: readonly string[]): string {
  return [...new Set(types)].join("|");
}

function parenthesized(type: string): string {
  return type.includes("|") ? `(${type})` : type;
}

function lastWord(path: string): string {
  return path.slice(path.lastIndexOf(".") + 1);
}

/** `worker.tool_output` as `WorkerToolOutput`. */
function pascal(path: string): string {
  return path.split(/[._]/)
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join("");
}

/** `{ ratio = 0.5 }`, which many fields take. */
function isShare({ fields }: TableNode): boolean {
  return fields.size === 1 && fields.has("ratio");
}
