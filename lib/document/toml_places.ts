import { type AST, parseTOML } from "npm:toml-eslint-parser@1.0.3";
import type { SourcePlace } from "../base/diagnostic.ts";
import { type FieldPath, printFieldPath } from "../base/field_path.ts";
import type { PlaceFinder } from "./place_finder.ts";

/**
 * Makes a finder for the fields of a TOML text. The text is read once, however
 * many fields are looked up.
 *
 * A table with a header of its own (`[model.auth]`) is at that header, both
 * name and value.
 *
 * @param text a document; of one that does not parse no field has a place
 * @param file how the text's file is shown
 *
 * @example
 * ```ts
 * import { tomlPlaces } from "./toml_places.ts";
 * import assert from "node:assert/strict";
 *
 * const text = '[profile]\ncoder = { path = "x.lua" }\n';
 * const places = tomlPlaces(text, "profiles.toml");
 * assert.deepEqual(places.placeOf(["profile", "coder", "path"]), {
 *   file: "profiles.toml",
 *   line: 2,
 *   column: 18,
 *   length: 7,
 * });
 * ```
 */
export function tomlPlaces(
  text: string,
  file: string,
): PlaceFinder {
  const written = new Map<string, Written>();
  let lines: readonly string[] = [];
  try {
    addStatements(written, parseTOML(text).body[0].body, []);
    lines = text.split(/\r?\n/);
  } catch {
    // Not TOML: nothing to find.
  }
  const placeOf = (
    path: FieldPath,
    at?: "key" | "value",
  ): SourcePlace => {
    for (let depth = Math.min(path.length, MOST_LEVELS); depth > 0; depth--) {
      const above = path.slice(0, depth);
      const found = written.get(JSON.stringify(above));
      if (!found) continue;
      const isIt = depth === path.length;
      const side = isIt ? at ?? usualSide(found) : "key";
      const span = spanOf(found[side].loc, lines);
      const label = `\`${printFieldPath(above)}\` is here`;
      return { file, ...span, ...!isIt && { label } };
    }
    const label = "the document begins here";
    return { file, line: 1, column: 1, length: 0, label };
  };
  return { placeOf };
}

/**
 * Fields nested deeper have no place of their own: no document is, but a hostile
 * one, where one dotted key can have a hundred thousand parts.
 */
const MOST_LEVELS = 32;

type Located = {
  readonly type: AST.TOMLNode["type"];
  readonly loc: AST.SourceLocation;
};
type Statement = AST.TOMLKeyValue | AST.TOMLTable;

/** The nodes a field is written as. */
interface Written {
  readonly key: Located;
  readonly value: Located;
}

/** A section is best known by its name, anything else by its value. */
function usualSide({ value }: Written): "key" | "value" {
  return value.type === "TOMLValue" ? "value" : "key";
}

function addStatements(
  all: Map<string, Written>,
  statements: readonly Statement[],
  above: FieldPath,
): void {
  for (const statement of statements) {
    const keys = keysOf(statement);
    const levels = Math.min(keys.length, MOST_LEVELS - above.length);
    // `a.b = 1` and `[a.b]` also are the first place where `a` is named.
    for (let length = 1; length <= levels && length < keys.length; length++) {
      const key = keyNode(statement, keys, length);
      add(all, [...above, ...keys.slice(0, length)], { key, value: key });
    }
    if (levels < keys.length) continue;
    const path = [...above, ...keys];
    const key = keyNode(statement, keys, keys.length);
    if (statement.type === "TOMLTable") {
      add(all, path, { key, value: key });
      addStatements(all, statement.body, path);
    } else {
      add(all, path, { key, value: statement.value });
      addInside(all, statement.value, path);
    }
  }
}

function addInside(
  all: Map<string, Written>,
  value: AST.TOMLContentNode,
  path: FieldPath,
): void {
  if (value.type === "TOMLInlineTable") addStatements(all, value.body, path);
  if (value.type !== "TOMLArray") return;
  for (const [index, element] of value.elements.entries()) {
    const at = [...path, index];
    add(all, at, { key: element, value: element });
    addInside(all, element, at);
  }
}

function add(all: Map<string, Written>, path: FieldPath, nodes: Written): void {
  const key = JSON.stringify(path);
  if (!all.has(key)) all.set(key, nodes);
}

function keysOf(statement: Statement): FieldPath {
  if (statement.type === "TOMLTable") return statement.resolvedKey;
  return statement.key.keys.map((key) =>
    key.type === "TOMLBare" ? key.name : key.value
  );
}

/**
 * The written key that ends the first `length` parts of a full one, which has
 * numbers that are not written where `[[model]]` counts.
 */
function keyNode(
  statement: Statement,
  keys: FieldPath,
  length: number,
): Located {
  const names = keys.slice(0, length).filter((key) => typeof key === "string");
  return statement.key.keys[names.length - 1]!;
}

/** Lines and columns of a node, cut at the end of its first line. */
function spanOf(
  { start, end }: AST.SourceLocation,
  lines: readonly string[],
): { line: number; column: number; length: number } {
  const last = end.line === start.line
    ? end.column
    : lines[start.line - 1]!.length;
  return {
    line: start.line,
    column: start.column + 1,
    length: Math.max(1, last - start.column),
  };
}
