import { isObject } from "../base/json.ts";
import { MANIFEST } from "../schema/field_table.ts";
import type { PodManifest } from "../schema/pod_manifest.ts";
import { fieldsOf, type SchemaNode } from "../schema/schema_node.ts";

/** A manifest without the fields that this version does not know. */
export function knownFields(manifest: PodManifest): PodManifest {
  return known(manifest, MANIFEST) as PodManifest;
}

function known(value: unknown, node: SchemaNode): unknown {
  if (Array.isArray(value)) {
    return node.is === "list"
      ? value.map((item) => known(item, node.item))
      : value;
  }
  if (!isObject(value) || node.is === "map") return value;
  const fields = fieldsOf(node);
  return Object.fromEntries(
    Object.entries(value).flatMap(([name, inner]) => {
      const field = fields.get(name);
      return field ? [[name, known(inner, field.node)]] : [];
    }),
  );
}
