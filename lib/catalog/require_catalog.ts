import { failure } from "../base/profile_error.ts";
import { isInputOf } from "../schema/accepts.ts";
import type { Catalog } from "./catalog.ts";
import { MODELS, PROVIDERS } from "./catalog_schema.ts";
import { isOwnCatalog } from "./own_catalogs.ts";

/**
 * Refuses what has not the shape of a catalog, where nobody can wait for a
 * better answer.
 *
 * @throws {ProfileError} `option-invalid`
 */
export function requireCatalog(given: Catalog): void {
  if (isOwnCatalog(given)) return;
  const { providers, models, retired } = given ?? {};
  const isCatalog = isInputOf(PROVIDERS, { provider: providers }) &&
    isInputOf(MODELS, { model: models, ...retired && { retired } });
  if (isCatalog) return;
  throw failure(
    "option-invalid",
    "`catalog` is none: it has not the shape of what `loadCatalog` returns",
    { help: "hand in what `loadCatalog` returns, or a catalog of that shape" },
  );
}
