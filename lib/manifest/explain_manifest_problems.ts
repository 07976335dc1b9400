import type { Problem } from "../base/problem.ts";
import { explainProblems } from "../schema/explain/explain_problems.ts";
import { ManifestDraftSchema } from "./manifest_draft.ts";
import { PodManifestSchema } from "./pod_manifest.ts";

/**
 * Everything that keeps a value from being a complete manifest, in the order of
 * the document. Loads zod: ask `isPodManifest` first.
 */
export function explainManifestProblems(raw: unknown): Problem[] {
  return explainProblems(PodManifestSchema, raw, { document: "the manifest" });
}

/**
 * The same for what a manifest file may write. Loads zod: ask `isManifestDraft`
 * first.
 */
export function explainManifestDraftProblems(raw: unknown): Problem[] {
  return explainProblems(ManifestDraftSchema, raw, {
    document: "the manifest",
  });
}
