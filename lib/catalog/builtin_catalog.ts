import { type Builtins, builtins } from "../resources/builtin_resources.ts";
import type { Catalog } from "./catalog.ts";
import type { CatalogModel } from "./models_schema.ts";
import type { CatalogProvider } from "./providers_schema.ts";
import {
  type ResolverSession,
  SHARED_SESSION,
} from "../base/resolver_session.ts";
import { ownCatalog } from "./own_catalogs.ts";
import type { RetiredModel } from "./models_schema.ts";

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
export async function builtinCatalog(
  session: ResolverSession = SHARED_SESSION,
): Promise<Catalog> {
  return session.once(catalogOf, await builtins());
}

/** The catalog, as it was made when the program was built. */
export function catalogOf(builtins: Builtins): Catalog {
  const { catalog, catalogSha256 } = builtins;
  return ownCatalog({
    // Checked when the program was built.
    providers: catalog.providers as readonly CatalogProvider[],
    models: catalog.models as readonly CatalogModel[],
    retired: catalog.retired as readonly RetiredModel[],
    origin: { providers: "builtin", models: "builtin" },
    sha256: catalogSha256,
  });
}
