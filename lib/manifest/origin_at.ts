import { isFieldInside } from "../base/field_path.ts";
import type { Origin } from "./origin.ts";

/**
 * Where a value of a manifest came from; of a section or a list, where the first
 * value inside did.
 *
 * @param path as `compaction.threshold`
 * @returns also the path of that value; nothing where nobody knows
 *
 * @example
 * ```ts
 * import { originAt } from "@insomnia/profile";
 * import assert from "node:assert/strict";
 * const origins = { "pod.name": { kind: "launch", input: "podName" } } as const;
 * assert.equal(originAt("pod", origins)?.path, "pod.name");
 * assert.equal(originAt("po", origins), undefined);
 * ```
 */
export function originAt(
  path: string,
  origins: Readonly<Record<string, Origin>>,
): { readonly path: string; readonly origin: Origin } | undefined {
  const found = Object.hasOwn(origins, path)
    ? path
    : Object.keys(origins).find((other) => isFieldInside(other, path));
  return found === undefined
    ? undefined
    : { path: found, origin: origins[found]! };
}
