import {
  MANIFEST_FIELDS,
  type ManifestField,
  type ManifestFields,
} from "./manifest_fields.ts";
import type { PodManifest } from "./pod_manifest.ts";

/**
 * The same manifest, a fresh copy with every field in the order it is printed.
 * Fields that are `undefined` are left out; unknown ones come last.
 */
export function orderManifest(manifest: PodManifest): PodManifest {
  return ordered(manifest, MANIFEST_FIELDS) as PodManifest;
}

const NO_FIELDS: ManifestFields = {};
const ORDINARY = { enumerable: true, writable: true, configurable: true };

function ordered(value: unknown, field: ManifestField | undefined): unknown {
  if (typeof value !== "object" || value === null) return value;
  if (Array.isArray(value)) {
    const item = field?.is === "list" ? field.of : undefined;
    return value.map((each) => ordered(each, item));
  }
  const from = value as Readonly<Record<string, unknown>>;
  const to: Record<string, unknown> = {};
  const fields = field?.is === "section" ? field.fields : NO_FIELDS;
  const keys = Object.keys(from);
  let others = keys.length;
  for (const key of Object.keys(fields)) {
    if (!Object.hasOwn(from, key)) continue;
    others--;
    put(to, key, ordered(from[key], fields[key]));
  }
  if (others === 0) return to;
  for (const key of keys.sort()) {
    if (!Object.hasOwn(fields, key)) {
      put(to, key, ordered(from[key], undefined));
    }
  }
  return to;
}

function put(to: Record<string, unknown>, key: string, value: unknown): void {
  if (value === undefined) return;
  if (key !== "__proto__") to[key] = value;
  // To set this one would mean something else.
  else Object.defineProperty(to, key, { value, ...ORDINARY });
}
