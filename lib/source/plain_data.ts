import { type FieldPath, printFieldPath } from "../base/field_path.ts";
import type { JsonValue } from "../base/json.ts";
import type { Problem } from "../base/problem.ts";
import { MAX_RESULT_DEPTH } from "./source_limits.ts";

/**
 * Parsed JSON or TOML as the data that a profile is: objects without a
 * prototype, so that a key such as `__proto__` is a key like any other, and
 * without the `$schema` at the top that is there for editors.
 *
 * @param file as it should be shown
 * @returns the data, or the first thing in it that is not data
 */
export function plainData(
  parsed: unknown,
  file: string,
): { readonly value: JsonValue } | { readonly problem: Problem } {
  let problem: Problem | undefined;

  function refuse(
    code: Problem["code"],
    message: string,
    path: FieldPath,
    help?: string,
  ) {
    problem ??= {
      ...{ code, severity: "error", message, path },
      ...help !== undefined && { help },
    };
    return null;
  }

  function copy(value: unknown, path: FieldPath): JsonValue {
    if (problem) return null;
    if (typeof value === "number" && !Number.isFinite(value)) {
      const name = printFieldPath(path);
      return refuse(
        "result-shape",
        `\`${name}\` in \`${file}\` is ${
          Number.isNaN(value) ? "not a number" : "a number too large to keep"
        }`,
        path,
      );
    }
    if (value instanceof Date) {
      const name = printFieldPath(path);
      return refuse(
        "result-shape",
        `\`${name}\` in \`${file}\` is a date or a time, which no field takes`,
        path,
        "write it as a text, in quotes",
      );
    }
    if (typeof value !== "object" || value === null) return value as JsonValue;
    if (path.length >= MAX_RESULT_DEPTH) {
      return refuse(
        "limit-output",
        `cannot take \`${file}\`: its data is nested more than ${MAX_RESULT_DEPTH} levels deep`,
        [],
      );
    }
    if (Array.isArray(value)) {
      return value.map((item, index) => copy(item, [...path, index]));
    }
    const object: Record<string, JsonValue> = Object.create(null);
    for (const [key, item] of Object.entries(value)) {
      if (path.length === 0 && key === "$schema") continue;
      object[key] = copy(item, [...path, key]);
    }
    return object;
  }

  const value = copy(parsed, []);
  if (problem) return { problem };
  return { value };
}
