import { valueAt } from "../base/field_path.ts";
import type { JsonValue } from "../base/json.ts";
import type { Problem } from "../base/problem.ts";
import type { Catalog } from "../catalog/catalog.ts";
import { refuseSecrets } from "../profile/refuse_secrets.ts";
import { MODEL_SECTIONS } from "../schema/model_sections.ts";
import type { PodManifest } from "../schema/pod_manifest.ts";

/**
 * The values of secrets in the models of a manifest. What a profile writes was
 * looked at before; a catalog can have put one there, as the name of a variable.
 * The builtin one does not.
 */
export function pinnedSecrets(
  manifest: PodManifest,
  { origin }: Catalog,
): readonly Problem[] {
  if (origin.providers === "builtin" && origin.models === "builtin") return [];
  return MODEL_SECTIONS.flatMap((path) => {
    const model = valueAt(manifest, path);
    return model === undefined
      ? []
      : refuseSecrets(model as JsonValue, "manifest", path).problems;
  });
}
