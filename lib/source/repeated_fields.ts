// Loaded only when there is an error to explain.
import { type Node, parseTree } from "npm:jsonc-parser@3.3.1";
import { MOST_PROBLEMS } from "../base/cut_problems.ts";
import type { Diagnostic } from "../base/diagnostic.ts";
import { type FieldPath, printFieldPath } from "../base/field_path.ts";
import { spanOf } from "../document/json_places.ts";

/**
 * One error for each field that an object of a JSON text has more than once,
 * for a hundred of them.
 * Parsers disagree about which one holds, and people do not see the other.
 *
 * @param text valid JSON that has such a field
 */
export function repeatedFields(text: string, file: string): Diagnostic[] {
  const place = (node: Node) => ({ file, ...spanOf(text, node) });
  const found: Diagnostic[] = [];

  function look(node: Node, path: FieldPath): void {
    if (node.type === "array") {
      node.children?.forEach((item, index) => look(item, [...path, index]));
    }
    if (node.type !== "object") return;
    const firsts = new Map<string, Node>();
    for (const property of node.children ?? []) {
      const [key, value] = property.children ?? [];
      if (!key || !value) continue;
      const name = String(key.value);
      const first = firsts.get(name);
      if (first && found.length < MOST_PROBLEMS) {
        found.push({
          code: "conflicting-fields",
          severity: "error",
          message: `${subject([...path, name])} is written twice`,
          ...isPlain([...path, name])
            ? { path: printFieldPath([...path, name]) }
            : {},
          source: place(key),
          help: "only one of them can hold: leave the other out",
          related: [{ message: "it is here as well", source: place(first) }],
        });
      }
      firsts.set(name, first ?? key);
      look(value, [...path, name]);
    }
  }

  const root = parseTree(text);
  if (root) look(root, []);
  return found;
}

function subject(path: FieldPath): string {
  return isPlain(path) ? `\`${printFieldPath(path)}\`` : "a field";
}

/** Only names that read like one: a secret may be in the place of a name. */
function isPlain(path: FieldPath): boolean {
  return path.every((part) =>
    typeof part === "number" || /^[a-z][a-z_]{0,39}$/.test(part)
  );
}
