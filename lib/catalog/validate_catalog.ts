import type { Problem } from "../base/problem.ts";
import type { CatalogModel, CatalogProvider } from "./catalog.ts";
import { didYouMean } from "../base/suggest.ts";

/** What one file of a catalog holds, or everything that is wrong with it. */
export type Checked<T> =
  | { readonly content: readonly T[] }
  | { readonly problems: readonly Problem[] };

/**
 * Checks the content of a `providers.toml`. zod is loaded only for one that has
 * problems.
 *
 * @param document the parsed TOML
 */
export async function validateProviders(
  document: unknown,
): Promise<Checked<CatalogProvider>> {
  const { isProvidersDocument } = await import(
    "./is_providers_document.generated.ts"
  );
  if (!isProvidersDocument(document)) {
    return { problems: await explain("providers", document) };
  }
  const problems = duplicates(
    "provider",
    document.provider.map(({ id }) => id),
  );
  if (problems.length > 0) return { problems };
  return { content: document.provider };
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
): Promise<Checked<CatalogModel>> {
  const { isModelsDocument } = await import(
    "./is_models_document.generated.ts"
  );
  if (!isModelsDocument(document)) {
    return { problems: await explain("models", document) };
  }
  const models = document.model ?? [];
  const problems = [
    ...duplicates("model", models.map((m) => `${m.provider}/${m.id}`)),
    ...unknownProviders(models, providers.map(({ id }) => id)),
  ];
  return problems.length > 0 ? { problems } : { content: models };
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
  field: "provider" | "model",
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
      ...problem(`the ${field} \`${name}\` is there twice`),
      path: [field, index, "id"],
      help: `\`${field}[${earlier}]\` is the first of the two: remove one`,
    });
  }
  return problems;
}

function unknownProviders(
  models: readonly CatalogModel[],
  known: readonly string[],
): Problem[] {
  return models.flatMap(({ id, provider }, index) => {
    if (known.includes(provider)) return [];
    return [{
      ...problem(
        `the model \`${id}\` belongs to an unknown provider: \`${provider}\``,
      ),
      path: ["model", index, "provider"],
      help: didYouMean(provider, known) ??
        "every provider has to be in `providers.toml`",
    }];
  });
}

function problem(message: string): Omit<Problem, "path"> {
  return { code: "catalog-invalid", severity: "error", message, at: "value" };
}
