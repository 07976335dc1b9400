import type { Catalog } from "../catalog.ts";
import type { CatalogProvider } from "../providers_schema.ts";
import { builtinCatalog } from "../builtin_catalog.ts";
import type { PublicProvider } from "./public_model.ts";

/** A row that could not be made, and why. */
export interface LeftOut {
  /** A provider, or the reference of a model. */
  readonly what: string;
  /** The end of a sentence. */
  readonly why: string;
}

/** Rows of providers that a catalog lacks. */
export interface ImportedProviders {
  readonly rows: readonly CatalogProvider[];
  readonly leftOut: readonly LeftOut[];
  /** What a row should be read with: an address that is called otherwise. */
  readonly remarks: readonly LeftOut[];
}

/**
 * The rows of providers that the catalog lacks: a builtin one, else what a file
 * tells. A row has to know how its models are spoken to and where the key is;
 * what no file says is not made up.
 *
 * @param ids of the providers that are wanted
 */
export async function importProviders(
  ids: Iterable<string>,
  told: ReadonlyMap<string, PublicProvider>,
  catalog: Catalog,
): Promise<ImportedProviders> {
  const known = new Set(catalog.providers.map(({ id }) => id));
  const builtin = (await builtinCatalog()).providers;
  const rows: CatalogProvider[] = [];
  const leftOut: LeftOut[] = [];
  const remarks: LeftOut[] = [];
  for (const id of new Set(ids)) {
    if (known.has(id)) continue;
    const ours = builtin.find((provider) => provider.id === id);
    const theirs = told.get(id);
    if (ours) {
      rows.push(ours);
    } else if (theirs?.scheme === undefined || theirs.env === undefined) {
      leftOut.push({
        what: id,
        why: theirs?.lacks ??
          "no file says how it is spoken to and where its key is",
      });
    } else {
      rows.push(rowOf(theirs, theirs.scheme, theirs.env));
      if (theirs.remark) remarks.push({ what: id, why: theirs.remark });
    }
  }
  return { rows, leftOut, remarks };
}

function rowOf(
  { id, name, base_url }: PublicProvider,
  scheme: CatalogProvider["scheme"],
  env: string,
): CatalogProvider {
  return {
    id,
    display_name: name ?? id,
    scheme,
    ...base_url !== undefined && { base_url },
    auth_hint: { kind: "api_key", env },
  };
}
