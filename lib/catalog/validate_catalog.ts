import { cutProblems } from "../base/cut_problems.ts";
import type { Problem } from "../base/problem.ts";
import { suggestFix } from "../base/suggest_fix.ts";
import { isInputOf } from "../schema/accepts.ts";
import { refOf } from "./catalog.ts";
import {
  type CatalogModel,
  MODELS,
  type RetiredModel,
} from "./models_schema.ts";
import { type CatalogProvider, PROVIDERS } from "./providers_schema.ts";

/** What one file of a catalog holds, or everything that is wrong with it. */
export type Checked<T> =
  | { readonly content: T }
  | { readonly problems: readonly Problem[] };

/**
 * Checks the content of a `providers.toml`.
 *
 * @param document the parsed TOML
 */
export async function validateProviders(
  document: unknown,
): Promise<Checked<readonly CatalogProvider[]>> {
  if (!isInputOf(PROVIDERS, document)) {
    return { problems: await explain("providers", document) };
  }
  const problems = duplicates(
    "provider",
    document.provider.map(({ id }) => id),
  );
  if (problems.length > 0) return { problems: cutProblems(problems) };
  return { content: document.provider };
}

/** The content of a `models.toml`. */
export interface CheckedModels {
  readonly models: readonly CatalogModel[];
  readonly retired: readonly RetiredModel[];
}

/**
 * Checks the content of a `models.toml`.
 *
 * @param document the parsed TOML
 * @param providers those the models can belong to
 */
export async function validateModels(
  document: unknown,
  providers: readonly CatalogProvider[],
): Promise<Checked<CheckedModels>> {
  if (!isInputOf(MODELS, document)) {
    return { problems: await explain("models", document) };
  }
  const { model: models = [], retired = [] } = document;
  const known = providers.map(({ id }) => id);
  const problems = [
    ...duplicates("model", models.map(refOf)),
    ...duplicates("retired", retired.map(refOf)),
    ...unknownProviders("model", models, known),
    ...unknownProviders("retired", retired, known),
    ...listedAndRetired(models, retired),
    ...impossibleBudgets(models),
  ];
  return problems.length > 0
    ? { problems: cutProblems(problems) }
    : { content: { models, retired } };
}

async function explain(
  file: "providers" | "models",
  document: unknown,
): Promise<readonly Problem[]> {
  const { explainCatalogProblems } = await import(
    "./explain_catalog_problems.ts"
  );
  return explainCatalogProblems(file, document);
}

function duplicates(
  field: "provider" | "model" | "retired",
  names: readonly string[],
): Problem[] {
  const first = new Map<string, number>();
  const problems: Problem[] = [];
  for (const [index, name] of names.entries()) {
    const earlier = first.get(name);
    if (earlier === undefined) {
      first.set(name, index);
      continue;
    }
    problems.push({
      ...problem(
        `the ${
          field === "retired" ? "retired model" : field
        } \`${name}\` is there twice`,
      ),
      path: [field, index, "id"],
      help: `\`${field}[${earlier}]\` is the first of the two: remove one`,
    });
  }
  return problems;
}

function listedAndRetired(
  models: readonly CatalogModel[],
  retired: readonly RetiredModel[],
): Problem[] {
  const living = new Set(models.map(refOf));
  return retired.flatMap((model, index) =>
    living.has(refOf(model))
      ? [{
        ...problem(`\`${refOf(model)}\` is both a model and a retired one`),
        path: ["retired", index, "id"],
        help: "remove one of the two",
      }]
      : []
  );
}

function impossibleBudgets(models: readonly CatalogModel[]): Problem[] {
  return models.flatMap(({ id, reasoning_budget: budget }, index) => {
    const { min, max } = budget ?? {};
    if (min === undefined || max === undefined || min <= max) return [];
    return [{
      ...problem(
        `no \`reasoning_budget\` of \`${id}\` is possible: \`min\` is ${min}, \`max\` is ${max}`,
      ),
      path: ["model", index, "reasoning_budget", "min"],
      help: "`min` is at most `max`",
    }];
  });
}

function unknownProviders(
  field: "model" | "retired",
  models: readonly Pick<CatalogModel, "provider" | "id">[],
  known: readonly string[],
): Problem[] {
  return models.flatMap(({ id, provider }, index) => {
    if (known.includes(provider)) return [];
    return [{
      ...problem(
        `the model \`${id}\` belongs to an unknown provider: \`${provider}\``,
      ),
      path: [field, index, "provider"],
      ...suggestFix(
        "value",
        provider,
        known,
        "every provider has to be in `providers.toml`",
      ),
    }];
  });
}

function problem(message: string): Omit<Problem, "path"> {
  return { code: "catalog-invalid", severity: "error", message, at: "value" };
}
