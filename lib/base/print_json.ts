import { visibleJson } from "./visible_json.ts";

/**
 * Plain data as JSON for people and programs: two spaces, a newline at the
 * end, fields in the order they stand in.
 *
 * @example
 * ```ts
 * import { printJson } from "@insomnia/profile";
 * import assert from "node:assert/strict";
 * assert.equal(printJson({ b: 1, a: [] }), '{\n  "b": 1,\n  "a": []\n}\n');
 * ```
 */
export function printJson(value: unknown): string {
  return `${visibleJson(JSON.stringify(value, null, 2))}\n`;
}
