import { isObject } from "../base/json.ts";
import { failure, ProfileError } from "../base/profile_error.ts";
import { isInputOf } from "../schema/accepts.ts";
import type { Catalog } from "./catalog.ts";
import { catalogSha256 } from "./catalog_sha256.ts";
import { MODELS } from "./models_schema.ts";
import { isOwnCatalog, ownCatalog } from "./own_catalogs.ts";
import { PROVIDERS } from "./providers_schema.ts";
import { validateModels, validateProviders } from "./validate_catalog.ts";

/**
 * A catalog that a program hands in, checked like a file: its provenance is its
 * own, whatever it says of itself. One that `loadCatalog` made is taken as it is.
 *
 * @throws {ProfileError} `option-invalid`, `catalog-invalid`
 */
export async function givenCatalog(given: Catalog): Promise<Catalog> {
  if (isOwnCatalog(given)) return given;
  const { providers: rows, models: others = [], retired } = plain(given);
  const providers = await validateProviders({ provider: rows });
  if ("problems" in providers) throw invalid(providers.problems);
  const models = await validateModels({
    model: others,
    ...retired !== undefined && { retired },
  }, providers.content);
  if ("problems" in models) throw invalid(models.problems);
  const facts = { providers: providers.content, ...models.content };
  return ownCatalog({
    ...facts,
    origin: { providers: "given", models: "given" },
    sha256: await catalogSha256(facts),
  });
}

/**
 * Refuses what has not the shape of a catalog, in functions that are not async:
 * the answer says less than {@linkcode givenCatalog}'s.
 *
 * @throws {ProfileError} `option-invalid`
 */
export function requireCatalog(given: Catalog): void {
  if (isOwnCatalog(given)) return;
  const { providers, models, retired } = given ?? {};
  const isCatalog = isInputOf(PROVIDERS, { provider: providers }) &&
    isInputOf(MODELS, { model: models, ...retired && { retired } });
  if (!isCatalog) {
    throw noCatalog("it has not the shape of what `loadCatalog` returns");
  }
}

/** A copy: what was checked is what is used, whatever becomes of the original. */
function plain(given: unknown): Readonly<Record<string, unknown>> {
  try {
    const copy = structuredClone(given);
    if (isObject(copy) && Array.isArray(copy.providers)) return copy;
  } catch {
    // It holds a function or the like, or a getter threw.
  }
  throw noCatalog("it has no list of `providers`, or is not plain data");
}

function noCatalog(why: string): ProfileError {
  return failure("option-invalid", `\`catalog\` is not a catalog: ${why}`, {
    help: "pass what `loadCatalog` returns, or data of the same structure",
  });
}

function invalid(
  problems: readonly { readonly message: string; readonly help?: string }[],
): ProfileError {
  return new ProfileError(problems.map(({ message, help }) => ({
    code: "catalog-invalid",
    severity: "error",
    message: `\`catalog\` is invalid: ${message}`,
    ...help !== undefined && { help },
  })));
}
