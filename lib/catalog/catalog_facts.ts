import type { JsonObject } from "../base/json.ts";
import type { CapabilityDraft } from "../schema/capability.ts";
import { DEFAULT_CONTEXT_WINDOW } from "../schema/defaults.ts";
import { type Catalog, refOf } from "./catalog.ts";
import type { CatalogProvider } from "./providers_schema.ts";
import {
  type ResolverSession,
  SHARED_SESSION,
} from "../base/resolver_session.ts";
import { isOwnCatalog } from "./own_catalogs.ts";
import { resolveModel } from "./resolve_model.ts";

/** What `insomnia.models` tells about a model. Windows are tokens. */
export interface ModelFacts {
  /** `<provider>/<model id>`. */
  readonly ref: string;
  readonly provider: string;
  readonly model_id: string;
  readonly scheme: string;
  readonly context_window: number;
  readonly max_context_window?: number;
  /** The smaller of the two. */
  readonly effective_context_window: number;
  readonly capability?: JsonObject;
}

/** What holds for a provider's models that the catalog does not list. */
export interface ProviderFacts {
  readonly scheme: string;
  readonly context_window: number;
  readonly capability?: JsonObject;
}

/** What the Lua host modules know of a catalog. */
export interface CatalogFacts {
  readonly refs: readonly string[];
  readonly models: Readonly<Record<string, ModelFacts>>;
  readonly providers: Readonly<Record<string, ProviderFacts>>;
}

/**
 * A catalog as plain data for the Lua host modules: every window and capability
 * is the one a manifest would hold. Nothing of how to reach a provider is in
 * it: profiles have no use for it. Made once for each catalog.
 *
 * @returns nothing for the builtin catalog: the Lua machine holds it
 */
export function luaCatalog(
  catalog: Catalog,
  session: ResolverSession = SHARED_SESSION,
): CatalogFacts | undefined {
  return isBuiltin(catalog) ? undefined : session.once(luaCatalogOf, catalog);
}

/** An origin counts only where this program made the catalog. */
function isBuiltin(catalog: Catalog): boolean {
  const { providers, models } = catalog.origin;
  return isOwnCatalog(catalog) && providers === "builtin" &&
    models === "builtin";
}

/** The same for any catalog. */
export function luaCatalogOf(catalog: Catalog): CatalogFacts {
  const models = catalog.models.map((entry): [string, ModelFacts] => {
    const ref = refOf(entry);
    const { model, window } = resolveModel(catalog, ref);
    // Every model of a catalog has its provider there, so it resolves.
    if (!model || window === undefined) {
      throw new TypeError(`no provider of ${ref}`);
    }
    const { model_id, scheme, context_window, max_context_window } = model;
    return [ref, {
      ref,
      provider: entry.provider,
      model_id,
      scheme,
      context_window,
      ...max_context_window !== undefined && { max_context_window },
      effective_context_window: window,
      ...capabilityOf(model.capability),
    }];
  });
  return {
    refs: models.map(([ref]) => ref).sort(),
    models: Object.fromEntries(models),
    providers: Object.fromEntries(
      catalog.providers.map((provider) => [
        provider.id,
        providerFacts(provider),
      ]),
    ),
  };
}

function providerFacts(provider: CatalogProvider): ProviderFacts {
  return {
    scheme: provider.scheme,
    context_window: provider.default_context_window ?? DEFAULT_CONTEXT_WINDOW,
    ...capabilityOf(provider.default_capability),
  };
}

function capabilityOf(
  written: CapabilityDraft | undefined,
): { readonly capability?: JsonObject } {
  if (!written) return {};
  const capability = { ...written, vision: written.vision ?? false };
  // Names and numbers only; the type says so of each field, not of all.
  return { capability: capability as unknown as JsonObject };
}
