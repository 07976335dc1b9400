import { isObject } from "../base/json.ts";
import { failure, ProfileError } from "../base/profile_error.ts";
import type { Catalog } from "./catalog.ts";
import { catalogSha256 } from "./catalog_sha256.ts";
import { isOwnCatalog } from "./own_catalogs.ts";
import { validateModels, validateProviders } from "./validate_catalog.ts";

/**
 * A catalog that a program hands in, checked like a file: its provenance is its
 * own, whatever it says of itself. One that `loadCatalog` made is taken as it is.
 *
 * @throws {ProfileError} `option-invalid`, `catalog-invalid`
 */
export async function givenCatalog(given: Catalog): Promise<Catalog> {
  if (isOwnCatalog(given)) return given;
  if (!isObject(given) || !Array.isArray(given.providers)) {
    throw failure(
      "option-invalid",
      "`catalog` is none: it has no list of `providers`",
      {
        help: "hand in what `loadCatalog` returns, or a catalog of that shape",
      },
    );
  }
  const providers = await validateProviders({ provider: given.providers });
  if ("problems" in providers) throw invalid(providers.problems);
  const models = await validateModels({
    model: given.models ?? [],
    ...given.retired !== undefined && { retired: given.retired },
  }, providers.content);
  if ("problems" in models) throw invalid(models.problems);
  const facts = { providers: providers.content, ...models.content };
  return {
    ...facts,
    origin: { providers: "given", models: "given" },
    sha256: await catalogSha256(facts),
  };
}

function invalid(
  problems: readonly { readonly message: string; readonly help?: string }[],
): ProfileError {
  return new ProfileError(problems.map(({ message, help }) => ({
    code: "catalog-invalid",
    severity: "error",
    message: `the \`catalog\` that was handed in is none: ${message}`,
    ...help !== undefined && { help },
  })));
}
