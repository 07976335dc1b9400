import { isObject } from "../base/json.ts";
import { MANIFEST_FIELDS, type ManifestField } from "./manifest_fields.ts";
import type { PodManifest } from "./pod_manifest.ts";

/**
 * The same manifest, a fresh copy with every field in the order it is printed.
 * Fields that are `undefined` are left out; unknown ones come last.
 */
export function orderManifest(manifest: PodManifest): PodManifest {
  return ordered(manifest, MANIFEST_FIELDS) as PodManifest;
}

function ordered(value: unknown, field: ManifestField | undefined): unknown {
  if (Array.isArray(value)) {
    const item = field?.is === "list" ? field.of : undefined;
    return value.map((each) => ordered(each, item));
  }
  if (!isObject(value)) return value;
  const fields = field?.is === "section" ? field.fields : {};
  const known = Object.keys(fields).filter((key) => Object.hasOwn(value, key));
  const others = Object.keys(value)
    .filter((key) => !Object.hasOwn(fields, key)).sort();
  return Object.fromEntries(
    [...known, ...others]
      .filter((key) => value[key] !== undefined)
      .map((key) => [key, ordered(value[key], fields[key])]),
  );
}
