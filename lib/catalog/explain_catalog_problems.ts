import type { Problem } from "../base/problem.ts";
import { explainProblems } from "../schema/explain/explain_problems.ts";
import { CATALOG_ANSWERS } from "./catalog_answers.ts";
import { MODELS } from "./models_schema.ts";
import { PROVIDERS } from "./providers_schema.ts";

/**
 * Everything that keeps a value from being the content of a `providers.toml` or
 * a `models.toml`.
 */
export function explainCatalogProblems(
  file: "providers" | "models",
  raw: unknown,
): readonly Problem[] {
  return explainProblems(
    (file === "providers" ? PROVIDERS : MODELS).input,
    raw,
    {
      document: `\`${file}.toml\``,
      code: "catalog-invalid",
      answers: CATALOG_ANSWERS,
    },
  );
}
