import type { Problem } from "../base/problem.ts";
import { explainProblems } from "../schema/explain/explain_problems.ts";
import { MANIFEST } from "../schema/field_table.ts";

/**
 * Everything that keeps a value from being a complete manifest, in the order of
 * the document.
 */
export function explainManifestProblems(raw: unknown): readonly Problem[] {
  return explainProblems(MANIFEST, raw, { document: "the manifest" });
}
