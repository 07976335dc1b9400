import type { FieldPath } from "../base/field_path.ts";
import { nodeAt } from "../schema/field_paths.ts";
import { PROFILE } from "../schema/field_table.ts";
import { meaningOf } from "../schema/schema_node.ts";

/** Whether the value at a path of a profile is a path in the file system. */
export function isPathField(path: FieldPath): boolean {
  return meaningOf(nodeAt(PROFILE, path)) === "path";
}

/**
 * Why a path can only be right on one machine.
 *
 * @returns a clause to go behind "it", or `undefined` for a path that stays in
 * the profile's directory
 *
 * @example
 * ```ts
 * import { machineBinding } from "./machine_paths.ts";
 * import assert from "node:assert/strict";
 * assert.equal(machineBinding("skills/review"), undefined);
 * assert.equal(machineBinding("~/skills"), "begins in one person's home directory");
 * ```
 */
export function machineBinding(path: string): string | undefined {
  if (path.startsWith("~")) return "begins in one person's home directory";
  // Windows spellings count everywhere: the same file gets the same answer.
  if (/^(?:[/\\]|[A-Za-z]:|file:)/.test(path)) return "is absolute";
  let depth = 0;
  for (const part of path.split(/[/\\]/)) {
    if (part === "" || part === ".") continue;
    depth += part === ".." ? -1 : 1;
    if (depth < 0) return "leaves the profile's directory";
  }
  return undefined;
}
