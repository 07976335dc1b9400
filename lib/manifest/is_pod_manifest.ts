import { accepts } from "../schema/accepts.ts";
import { MANIFEST } from "../schema/field_table.ts";
import type { PodManifest } from "../schema/pod_manifest.ts";

/** Whether a value is a complete manifest, strict at every depth. */
export function isPodManifest(value: unknown): value is PodManifest {
  return accepts(MANIFEST, value);
}
