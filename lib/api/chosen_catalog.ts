import type { Catalog } from "../catalog/catalog.ts";
import { givenCatalog } from "../catalog/given_catalog.ts";
import { loadCatalog } from "../catalog/load_catalog.ts";
import type { System } from "../system/system.ts";

/**
 * The catalog that holds for one call: the given one, else the user's, else the
 * builtin one.
 *
 * @throws {ProfileError} what {@linkcode givenCatalog} and
 * {@linkcode loadCatalog} say
 */
export async function chosenCatalog(
  given: Catalog | undefined,
  system: System,
): Promise<Catalog> {
  return given === undefined
    ? await loadCatalog({ system })
    : await givenCatalog(given);
}
