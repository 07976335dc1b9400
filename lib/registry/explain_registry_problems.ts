import type { Problem } from "../base/problem.ts";
import { explainProblems } from "../schema/explain/explain_problems.ts";
import { REGISTRY } from "./registry_schema.ts";

/**
 * Everything that keeps a value from being the content of a `profiles.toml`.
 */
export function explainRegistryProblems(raw: unknown): readonly Problem[] {
  return explainProblems(REGISTRY.input, raw, {
    document: "the registry",
    code: "registry-invalid",
  });
}
