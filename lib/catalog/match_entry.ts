import type { PinnedModel } from "../schema/model.ts";
import type { Catalog } from "./catalog.ts";
import type { CatalogModel } from "./models_schema.ts";
import { pinBaseUrl } from "./pin_base_url.ts";

/**
 * What a catalog knows of a model that is named by no reference: the entry of
 * its id, of a provider with its scheme at its origin.
 */
export function matchEntry(
  catalog: Catalog,
  { scheme, base_url, model_id }: PinnedModel,
): CatalogModel | undefined {
  const origin = originOf(base_url);
  const providers = catalog.providers.filter((provider) =>
    provider.scheme === scheme &&
    originOf(pinBaseUrl(provider.base_url, provider.auth_hint, scheme)) ===
      origin
  );
  return catalog.models.find(({ provider, id }) =>
    id === model_id && providers.some((candidate) => candidate.id === provider)
  );
}

function originOf(url: string): string | undefined {
  return URL.canParse(url) ? new URL(url).origin : undefined;
}
