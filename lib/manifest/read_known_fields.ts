import { isAbsolute, joinPath } from "../base/file_path.ts";
import type { FieldPath } from "../base/field_path.ts";
import { printFieldPath } from "../base/field_path.ts";
import { isObject } from "../base/json.ts";
import type { MovedField } from "../base/moved_field.ts";
import type { Problem } from "../base/problem.ts";
import { suggestFix } from "../base/suggest_fix.ts";
import { nodeAt, takesModel } from "../schema/field_paths.ts";
import { MANIFEST, PROFILE } from "../schema/field_table.ts";
import { MODEL_REF } from "../schema/names.ts";
import { fieldsOf, meaningOf, type SchemaNode } from "../schema/schema_node.ts";
import {
  bothSpellings,
  presentName,
  removalOf,
  removedField,
} from "../schema/spellings.ts";

/** What a model section of a manifest file may have that a manifest has not. */
const REFERENCE: ReadonlyMap<string, { readonly node: SchemaNode }> = new Map([
  ["ref", { node: MODEL_REF.output }],
]);

/** The known fields of a manifest file in their present spelling. */
export interface KnownFields {
  readonly value: unknown;
  /** Fields that stand under an older name in the file. */
  readonly renamed: readonly MovedField[];
  /** Paths as they are written, but for the directory before a relative one. */
  readonly written: readonly {
    readonly at: FieldPath;
    readonly path: string;
  }[];
  readonly problems: readonly Problem[];
}

/**
 * Reads what a manifest may hold out of a manifest file: older spellings get
 * their present name, relative paths become absolute, unknown and removed
 * fields are left out and reported. Values are not checked.
 *
 * @param directory absolute path of the file's directory
 * @param strict whether unknown fields are errors
 */
export function readKnownFields(
  raw: unknown,
  directory: string,
  strict: boolean,
): KnownFields {
  const renamed: MovedField[] = [];
  const written: { at: FieldPath; path: string }[] = [];
  const problems: Problem[] = [];

  function read(
    value: unknown,
    node: SchemaNode,
    path: FieldPath,
  ): unknown {
    if (meaningOf(node) === "path") {
      if (typeof value !== "string" || value === "") return value;
      // A Windows path may come with its own slashes.
      const text = /^[A-Za-z]:\\/.test(value)
        ? value.replaceAll("\\", "/")
        : value;
      written.push({
        at: path,
        path: text.startsWith("/") || isAbsolute(text)
          ? text
          : `${directory}/${text}`,
      });
      return joinPath(directory, text);
    }
    if (node.is === "list" && Array.isArray(value)) {
      return value.map((item, i) => read(item, node.item, [...path, i]));
    }
    if (node.is === "map" && isObject(value)) {
      const set = Object.entries(value).filter(([, item]) => item !== null);
      return Object.fromEntries(set);
    }
    const chosen = chosenOf(node, value);
    const fields = takesModel(chosen)
      ? new Map([...REFERENCE, ...fieldsOf(chosen)])
      : fieldsOf(chosen);
    if (fields.size === 0 || !isObject(value)) return value;

    const result: Record<string, unknown> = {};
    for (const [name, inner] of Object.entries(value)) {
      // The runtime writes unset fields as `null`.
      if (inner === null) continue;
      const present = presentName(node, name);
      const from = [...path, name];
      const to = [...path, present];
      const removal = removalOf(node, name);
      const field = fields.get(present);
      if (removal !== undefined) {
        problems.push(removedField(from, removal));
      } else if (field === undefined) {
        problems.push(unknownField(from, [...fields.keys()], strict));
      } else if (present !== name && Object.hasOwn(value, present)) {
        const help = `write \`${printFieldPath(to)}\` alone`;
        problems.push(bothSpellings(from, to, help));
      } else {
        if (present !== name) renamed.push({ to, from });
        result[present] = read(inner, field.node, to);
      }
    }
    return result;
  }

  return { value: read(raw, MANIFEST, []), renamed, written, problems };
}

/** The table that a `kind` chooses: what another one has is unknown to it. */
function chosenOf(node: SchemaNode, value: unknown): SchemaNode {
  const kind = node.is === "variants" && isObject(value) && value.kind;
  return node.is === "variants" && typeof kind === "string"
    ? node.options.get(kind) ?? node
    : node;
}

function unknownField(
  path: FieldPath,
  known: readonly string[],
  strict: boolean,
): Problem {
  return {
    code: "unknown-field",
    severity: strict ? "error" : "warning",
    message: `unknown field \`${printFieldPath(path)}\`` +
      (strict ? "" : ": it is left out"),
    path,
    at: "key",
    ...nodeAt(PROFILE, path) !== undefined
      ? {
        help: "only a profile has it: a manifest holds what came of it",
      }
      : suggestFix(
        "key",
        String(path[path.length - 1]),
        known,
        `fields: ${known.join(", ")}`,
      ),
  };
}
