import { type Builtins, builtins } from "../resources.ts";
import type { Catalog, CatalogModel, CatalogProvider } from "./catalog.ts";

/**
 * The catalog inside the program. It was parsed when the program was built, so
 * that no TOML parser is loaded for it.
 *
 * @example
 * ```ts
 * import { builtinCatalog } from "./builtin_catalog.ts";
 * import assert from "node:assert/strict";
 * const { providers } = await builtinCatalog();
 * assert(providers.some((provider) => provider.id === "anthropic"));
 * ```
 */
export async function builtinCatalog(): Promise<Catalog> {
  return catalogOf(await builtins());
}

/** The catalog among what was made when the program was built. */
export function catalogOf({ catalog, catalogSha256 }: Builtins): Catalog {
  return {
    // Checked when the program was built.
    providers: catalog.providers as readonly CatalogProvider[],
    models: catalog.models as readonly CatalogModel[],
    origin: { providers: "builtin", models: "builtin" },
    sha256: catalogSha256,
  };
}
