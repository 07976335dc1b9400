import { joinPath } from "../base/file_path.ts";
import type { FieldPath } from "../base/field_path.ts";
import { printFieldPath } from "../base/field_path.ts";
import { isObject } from "../base/json.ts";
import type { Problem } from "../base/problem.ts";
import { didYouMean } from "../base/suggest.ts";
import {
  OLDER_COMPACTION_NAMES,
  REMOVED_FIELDS,
} from "../schema/older_spellings.ts";
import { MANIFEST_FIELDS, type ManifestField } from "./manifest_fields.ts";

/** The known fields of a manifest file in their present spelling. */
export interface KnownFields {
  readonly value: unknown;
  /** Fields that stand under an older name in the file. */
  readonly renamed: readonly {
    readonly to: FieldPath;
    readonly from: FieldPath;
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
  const renamed: { to: FieldPath; from: FieldPath }[] = [];
  const problems: Problem[] = [];

  function read(
    value: unknown,
    field: ManifestField,
    path: FieldPath,
  ): unknown {
    if (field.is === "path") return absolute(value, directory);
    if (field.is === "list" && Array.isArray(value)) {
      return value.map((item, i) => read(item, field.of, [...path, i]));
    }
    if (field.is !== "section" || !isObject(value)) return value;

    const result: Record<string, unknown> = {};
    for (const [name, inner] of Object.entries(value)) {
      const present = presentName(path, name);
      const from = [...path, name];
      const to = [...path, present];
      const removed = path.length === 1 &&
        REMOVED_FIELDS.find((removed) =>
          removed.section === path[0] && removed.field === name
        );
      if (removed) {
        problems.push(removedField(from, removed.help));
      } else if (!Object.hasOwn(field.fields, present)) {
        problems.push(unknownField(from, Object.keys(field.fields), strict));
      } else if (present !== name && Object.hasOwn(value, present)) {
        problems.push(bothSpellings(from, to));
      } else {
        if (present !== name) renamed.push({ to, from });
        result[present] = read(inner, field.fields[present], to);
      }
    }
    return result;
  }

  return { value: read(raw, MANIFEST_FIELDS, []), renamed, problems };
}

function presentName(path: FieldPath, name: string): string {
  const isOlder = path.length === 1 && path[0] === "compaction" &&
    Object.hasOwn(OLDER_COMPACTION_NAMES, name);
  return isOlder ? OLDER_COMPACTION_NAMES[name] : name;
}

function absolute(value: unknown, directory: string): unknown {
  if (typeof value !== "string" || value === "") return value;
  // A Windows path may come with its own slashes.
  const path = /^[A-Za-z]:\\/.test(value) ? value.replaceAll("\\", "/") : value;
  return joinPath(directory, path);
}

function removedField(path: FieldPath, help: string): Problem {
  return {
    code: "removed-field",
    severity: "error",
    message: `\`${printFieldPath(path)}\` was removed`,
    path,
    at: "key",
    help,
  };
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
    help: didYouMean(String(path[path.length - 1]), known) ??
      `fields: ${known.join(", ")}`,
  };
}

function bothSpellings(older: FieldPath, present: FieldPath): Problem {
  return {
    code: "conflicting-fields",
    severity: "error",
    message:
      `\`${printFieldPath(older)}\` and \`${printFieldPath(present)}\` ` +
      "are the same field in two spellings: only one of them can hold",
    path: older,
    at: "key",
    help: `write \`${printFieldPath(present)}\` alone`,
  };
}
