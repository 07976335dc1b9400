import { isObject } from "./json.ts";

/** Where a value stands in a document: object keys, and array indexes from 0. */
export type FieldPath = readonly (string | number)[];

const BARE_KEY = /^[A-Za-z_][A-Za-z0-9_-]*$/;

/**
 * Prints a field path the way messages name it.
 *
 * @example
 * ```ts
 * import { printFieldPath } from "@insomnia/profile";
 * import assert from "node:assert/strict";
 * assert.equal(printFieldPath(["scope", "allow", 0, "target"]), "scope.allow[0].target");
 * ```
 */
export function printFieldPath(path: FieldPath): string {
  let text = "";
  for (const part of path) {
    if (typeof part === "number") text += `[${part}]`;
    else if (!BARE_KEY.test(part)) text += `[${JSON.stringify(part)}]`;
    else text += text === "" ? part : `.${part}`;
  }
  return text;
}

/** Whether a printed path is of the field itself, or of something inside it. */
export function isFieldInside(path: string, field: string): boolean {
  return path === field ||
    path.startsWith(`${field}.`) || path.startsWith(`${field}[`);
}

/** The value at a path inside plain data, or `undefined`. */
export function valueAt(document: unknown, path: FieldPath): unknown {
  let value = document;
  for (const part of path) {
    if (typeof value !== "object" || value === null) return undefined;
    if (!Object.hasOwn(value, part)) return undefined;
    value = (value as Record<string | number, unknown>)[part];
  }
  return value;
}

/** Whether a path leads to, or through, the value that another leads to. */
export function beginsWith(path: FieldPath, start: FieldPath): boolean {
  return start.length <= path.length &&
    start.every((part, index) => part === path[index]);
}

/**
 * A document with another value at a path, where the section around it is there.
 *
 * @param change gives the new value; `undefined`: it stays
 * @returns the same document where nothing changes
 */
export function changeAt<Document>(
  document: Document,
  [part = "", ...inner]: FieldPath,
  change: (value: unknown) => unknown,
): Document {
  if (!isObject(document)) return document;
  const before = document[part];
  const after = inner.length > 0
    ? changeAt(before, inner, change)
    : change(before);
  return after === undefined || after === before
    ? document
    : { ...document, [part]: after };
}
