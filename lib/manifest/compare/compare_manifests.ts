import { printFieldPath } from "../../base/field_path.ts";
import type { PodManifest } from "../../schema/pod_manifest.ts";
import { AUTHORITY_UNITS, authorityChange } from "./authority_change.ts";
import { comparableManifest } from "./comparable_manifest.ts";
import { type Difference, differencesBetween } from "./differences.ts";
import { fieldClass } from "./field_class.ts";
import type { ManifestChange } from "./manifest_change.ts";

/**
 * The changes from one manifest to another, in the order of the manifest. Where
 * a manifest came from (its `profile` section) is not compared, and what can be
 * written in several ways is the same: `null` and left out, the address and the
 * window that the runtime fills in.
 *
 * Rules are compared by what they mean: a change is a `widening` exactly when
 * some path, or some call of a tool, is allowed by `b` and not by `a`.
 *
 * @returns one change for each field that differs; none when the two mean the
 * same
 *
 * @example
 * ```ts
 * import { compareManifests, memorySystem, resolveProfile } from "@insomnia/profile";
 * import assert from "node:assert/strict";
 *
 * const resolve = (selector: string) =>
 *   resolveProfile({ selector, podName: "demo", workspace: "/", system: memorySystem() });
 * const [a, b] = [await resolve("reviewer"), await resolve("coder")];
 * const changes = compareManifests(a.manifest, b.manifest);
 * const scope = changes.find(({ path }) => path === "scope.allow[0].permission");
 * assert.equal(scope?.before, "read");
 * assert.equal(scope?.after, "write");
 * assert.equal(scope?.class, "widening");
 * ```
 */
export function compareManifests(
  a: PodManifest,
  b: PodManifest,
): readonly ManifestChange[] {
  const [before, after] = [comparableManifest(a), comparableManifest(b)];
  return Array.from(
    differencesBetween(before, after, AUTHORITY_UNITS),
    (difference) => change(difference, before, after),
  );
}

function change(
  difference: Difference,
  a: PodManifest,
  b: PodManifest,
): ManifestChange {
  const { path, before, after } = difference;
  const meaning = authorityChange(path, a, b) ??
    { class: fieldClass(difference) };
  return {
    path: printFieldPath(path),
    ...before !== undefined && { before },
    ...after !== undefined && { after },
    ...meaning,
  };
}
