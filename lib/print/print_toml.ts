import { isObject } from "../base/json.ts";
import { tomlString } from "../base/toml_string.ts";

// Own printer, because smol-toml's has no say in layout: it moves every nested
// table behind its siblings, writes no inline tables, runs an empty table into
// the next header, and prints a float with an integral value as an integer.

/** Longest line before an inline table or array is spread out. */
const LINE_WIDTH = 80;

type Table = Readonly<Record<string, unknown>>;

/** Options of printing. */
export interface TomlOptions {
  /** Paths (`worker.temperature`) of numbers to print as floats: `1.0`. */
  readonly floats?: ReadonlySet<string>;
}

/**
 * Plain data as TOML 1.0: one `[header]` a section, small tables inline,
 * arrays of tables as `[[header]]`. Fields keep their order as far as TOML
 * allows, which wants plain values before headers.
 *
 * @param document strings, finite numbers, booleans, arrays, objects; fields
 * that are `undefined` are left out
 * @throws {TypeError} what TOML cannot say: null, NaN, half a surrogate pair
 *
 * @example
 * ```ts
 * import { printToml } from "./print_toml.ts";
 * import assert from "node:assert/strict";
 * assert.equal(
 *   printToml({ pod: { name: "demo" }, scope: { allow: [{ target: "/ws" }], deny: [] } }),
 *   '[pod]\nname = "demo"\n\n[scope]\ndeny = []\n\n[[scope.allow]]\ntarget = "/ws"\n',
 * );
 * ```
 */
export function printToml(document: Table, options: TomlOptions = {}): string {
  const floats = options.floats ?? new Set();
  const blocks: string[] = [];

  function printTable(table: Table, path: readonly string[], header: string) {
    const lines: string[] = [];
    const later: (() => void)[] = [];
    for (const [key, value] of fieldsOf(table)) {
      const inner = [...path, key];
      if (isArrayOfTables(value)) {
        later.push(() => {
          for (const item of value) {
            printTable(item, inner, `[[${printPath(inner)}]]`);
          }
        });
      } else if (isObject(value) && !fitsInline(value, inner)) {
        later.push(() => printTable(value, inner, `[${printPath(inner)}]`));
      } else {
        lines.push(printField(value, inner));
      }
    }
    // A header is left out where the headers below it imply it.
    const implied = lines.length === 0 && later.length > 0 &&
      !header.startsWith("[[");
    if (header !== "" && !implied) lines.unshift(header);
    if (lines.length > 0) blocks.push(`${lines.join("\n")}\n`);
    for (const print of later) print();
  }

  function fitsInline(table: Table, path: readonly string[]): boolean {
    return path.length > 1 && inlineField(table, path).length <= LINE_WIDTH;
  }

  function printField(value: unknown, path: readonly string[]): string {
    const line = inlineField(value, path);
    if (!Array.isArray(value) || line.length <= LINE_WIDTH) return line;
    const items = value.map((item) => `  ${inline(item, path)},\n`);
    return `${printKey(path[path.length - 1]!)} = [\n${items.join("")}]`;
  }

  function inlineField(value: unknown, path: readonly string[]): string {
    return `${printKey(path[path.length - 1]!)} = ${inline(value, path)}`;
  }

  function inline(value: unknown, path: readonly string[]): string {
    if (typeof value === "string") return tomlString(value);
    if (typeof value === "boolean") return String(value);
    if (typeof value === "number") {
      return printNumber(value, floats.has(path.join(".")));
    }
    if (Array.isArray(value)) {
      return `[${value.map((item) => inline(item, path)).join(", ")}]`;
    }
    if (isObject(value)) {
      const fields = fieldsOf(value)
        .map(([key, item]) => inlineField(item, [...path, key]));
      return fields.length === 0 ? "{}" : `{ ${fields.join(", ")} }`;
    }
    throw new TypeError(`TOML cannot say ${value} at ${path.join(".")}`);
  }

  printTable(document, [], "");
  return blocks.join("\n");
}

function fieldsOf(table: Table): [string, unknown][] {
  return Object.entries(table).filter(([, value]) => value !== undefined);
}

function isArrayOfTables(value: unknown): value is readonly Table[] {
  return Array.isArray(value) && value.length > 0 && value.every(isObject);
}

function printPath(path: readonly string[]): string {
  return path.map(printKey).join(".");
}

function printKey(key: string): string {
  return /^[A-Za-z0-9_-]+$/.test(key) ? key : tomlString(key);
}

function printNumber(value: number, float: boolean): string {
  if (!Number.isFinite(value)) throw new TypeError(`not JSON: ${value}`);
  const text = String(value + 0);
  const integral = /^-?\d+$/.test(text);
  return integral && (float || !Number.isSafeInteger(value))
    ? `${text}.0`
    : text;
}
