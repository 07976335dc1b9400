import { type Node, parseTree } from "npm:jsonc-parser@3.3.1";
import type { SourcePlace } from "../base/diagnostic.ts";
import { type FieldPath, printFieldPath } from "../base/field_path.ts";
import type { PlaceFinder } from "./place_finder.ts";

/** A field of a JSON text; a list's item and the document have no key. */
interface Found {
  readonly key?: Node;
  readonly value: Node;
}

/**
 * Makes a finder for the fields of a JSON text.
 *
 * @param text valid JSON
 * @param file how the text's file is shown
 *
 * @example
 * ```ts
 * import { jsonPlaces } from "./json_places.ts";
 * import assert from "node:assert/strict";
 * const places = jsonPlaces('{\n  "worker": { "speed": 9 }\n}', "coder.json");
 * assert.deepEqual(places.placeOf(["worker", "speed"]), {
 *   file: "coder.json",
 *   line: 2,
 *   column: 24,
 *   length: 1,
 * });
 * ```
 */
export function jsonPlaces(
  text: string,
  file: string,
): PlaceFinder {
  const root = parseTree(text);
  const starts = lineStartsOf(text);
  const spanOf = (node: Node | undefined) => spanIn(text, starts, node);
  const properties = new WeakMap<Node, ReadonlyMap<string, Node>>();

  /** A field of an object, or an item of a list. */
  const childOf = (parent: Node, part: string | number): Found | undefined => {
    if (parent.type === "array") {
      const value = typeof part === "number"
        ? parent.children?.[part]
        : undefined;
      return value && { value };
    }
    let byName = properties.get(parent);
    // A list of 60,000 names is searched once, not for each of them.
    if (!byName) properties.set(parent, byName = propertiesOf(parent));
    const [key, value] = byName.get(String(part))?.children ?? [];
    return key && value && { key, value };
  };

  const placeOf = (path: FieldPath, at?: "key" | "value"): SourcePlace => {
    let found: Found | undefined = root && { value: root };
    let depth = 0;
    while (found && depth < path.length) {
      const next = childOf(found.value, path[depth]!);
      if (!next) break;
      found = next;
      depth++;
    }
    if (depth === 0 && (path.length > 0 || !found)) {
      return {
        file,
        line: 1,
        column: 1,
        length: 0,
        label: "the document begins here",
      };
    }
    if (depth === path.length) {
      return { file, ...spanOf(found && nodeAt(found, at)) };
    }
    const label = `\`${printFieldPath(path.slice(0, depth))}\` is here`;
    return { file, ...spanOf(found?.key ?? found?.value), label };
  };
  return { placeOf };
}

/** A section is best known by its name, anything else by its value. */
function nodeAt({ key, value }: Found, at?: "key" | "value"): Node {
  const byKey = at ? at === "key" : value.children !== undefined;
  return byKey && key ? key : value;
}

/** Of two fields with one name JSON.parse keeps the last; they are refused. */
function propertiesOf({ children = [] }: Node): ReadonlyMap<string, Node> {
  return new Map(
    children.map((property) => [
      String(property.children?.[0]?.value),
      property,
    ]),
  );
}

/** Line and column of a stretch of a text, cut at the end of its first line. */
export function spanOf(
  text: string,
  node: Pick<Node, "offset" | "length"> | undefined,
): { line: number; column: number; length: number } {
  return spanIn(text, lineStartsOf(text), node);
}

function spanIn(
  text: string,
  starts: readonly number[],
  node: Pick<Node, "offset" | "length"> | undefined,
): { line: number; column: number; length: number } {
  const { offset, length } = node ?? { offset: 0, length: 0 };
  let line = 0;
  for (let end = starts.length; end - line > 1;) {
    const middle = (line + end) >>> 1;
    if (starts[middle]! <= offset) line = middle;
    else end = middle;
  }
  const lineEnd = starts[line + 1] ?? text.length;
  return {
    line: line + 1,
    column: offset - starts[line]! + 1,
    length: text.slice(offset, Math.min(offset + length, lineEnd)).trimEnd()
      .length,
  };
}

/** Where each line of a text begins. */
function lineStartsOf(text: string): number[] {
  const starts = [0];
  for (const { 0: end, index } of text.matchAll(/\r\n|\n|\r/g)) {
    starts.push(index + end.length);
  }
  return starts;
}
