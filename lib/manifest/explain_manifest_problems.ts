import type { Problem } from "../base/problem.ts";
import { explainProblems } from "../schema/explain/explain_problems.ts";
import { PodManifestSchema } from "./pod_manifest.ts";

/**
 * Everything that keeps a value from being a complete manifest, in the order of
 * the document. Loads zod: ask `isPodManifest` first.
 */
export function explainManifestProblems(raw: unknown): readonly Problem[] {
  return explainProblems(PodManifestSchema, raw, { document: "the manifest" });
}
