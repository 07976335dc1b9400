import { MANIFEST } from "../schema/field_table.ts";
import type { PodManifest } from "../schema/pod_manifest.ts";
import { fieldsOf, type SchemaNode } from "../schema/schema_node.ts";

/**
 * The same manifest, a fresh copy with every field in the order it is printed.
 * Fields that are `undefined` are left out; unknown ones come last.
 */
export function orderManifest(manifest: PodManifest): PodManifest {
  return ordered(manifest, MANIFEST) as PodManifest;
}

const ORDINARY = { enumerable: true, writable: true, configurable: true };

function ordered(value: unknown, node: SchemaNode | undefined): unknown {
  if (typeof value !== "object" || value === null) return value;
  if (Array.isArray(value)) {
    const item = node?.is === "list" ? node.item : undefined;
    return value.map((each) => ordered(each, item));
  }
  const from = value as Readonly<Record<string, unknown>>;
  const to: Record<string, unknown> = {};
  const fields = node && fieldsOf(node);
  const keys = Object.keys(from);
  let others = keys.length;
  for (const [key, field] of fields ?? []) {
    if (!Object.hasOwn(from, key)) continue;
    others--;
    put(to, key, ordered(from[key], field.node));
  }
  if (others === 0) return to;
  for (const key of keys.sort()) {
    if (!fields?.has(key)) put(to, key, ordered(from[key], undefined));
  }
  return to;
}

function put(to: Record<string, unknown>, key: string, value: unknown): void {
  if (value === undefined) return;
  if (key !== "__proto__") to[key] = value;
  // To set this one would mean something else.
  else Object.defineProperty(to, key, { value, ...ORDINARY });
}
