import type { Problem } from "../base/problem.ts";
import { explainProblems } from "../schema/explain/explain_problems.ts";
import { RegistrySchema } from "./registry_schema.ts";

/**
 * Everything that keeps a value from being the content of a `profiles.toml`.
 * Loads zod: ask `isRegistryDocument` first.
 */
export function explainRegistryProblems(raw: unknown): readonly Problem[] {
  return explainProblems(RegistrySchema, raw, {
    document: "the registry",
    code: "registry-invalid",
  });
}
