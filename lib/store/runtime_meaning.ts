import { isAbsolute, normalizePath } from "../base/file_path.ts";
import { isObject } from "../base/json.ts";
import { comparableManifest } from "../manifest/compare/comparable_manifest.ts";
import type { PodManifest } from "../schema/pod_manifest.ts";

// Not read off the field table, which `pod resume` does not load to start fast;
// a test compares the two.

/** The last names of fields that hold a path. */
const PATH_FIELDS: ReadonlySet<string> = new Set([
  "prompt_pack",
  "file",
  "target",
  "workspace_root",
  "directories",
]);

/** What the runtime keeps as numbers of 32 bits. */
const FLOATS: ReadonlySet<string> = new Set(["temperature", "top_p"]);

/**
 * A manifest as its meaning is compared, ours or the runtime's.
 *
 * @param manifest not trusted: another program wrote it
 */
export function runtimeMeaning(
  manifest: PodManifest | Readonly<Record<string, unknown>>,
): PodManifest {
  return rounded(
    comparableManifest(manifest as PodManifest),
    "",
  ) as PodManifest;
}

function rounded(value: unknown, field: string): unknown {
  if (Array.isArray(value)) return value.map((item) => rounded(item, field));
  if (isObject(value)) {
    return Object.fromEntries(
      Object.entries(value).map(([key, item]) => [key, rounded(item, key)]),
    );
  }
  if (typeof value === "number" && FLOATS.has(field)) return Math.fround(value);
  return typeof value === "string" && PATH_FIELDS.has(field) &&
      isAbsolute(value)
    ? normalizePath(value)
    : value;
}
