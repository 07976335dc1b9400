import { SHARED_SESSION } from "../base/resolver_session.ts";
import { type Catalog, refOf } from "./catalog.ts";
import type { CatalogModel } from "./models_schema.ts";
import type { CatalogProvider } from "./providers_schema.ts";
import type { RetiredModel } from "./models_schema.ts";
import { isOwnCatalog } from "./own_catalogs.ts";

/** A catalog's rows by what they are called. */
export interface CatalogIndex {
  readonly providers: ReadonlyMap<string, CatalogProvider>;
  /** By `<provider>/<model id>`. */
  readonly models: ReadonlyMap<string, CatalogModel>;
  /** The same of models that are gone. */
  readonly retired: ReadonlyMap<string, RetiredModel>;
}

/**
 * The rows of a catalog to be looked up in: a user's can have tens of thousands,
 * and each of them is looked up. Made once for each catalog that cannot change.
 */
export function catalogIndex(catalog: Catalog): CatalogIndex {
  return isOwnCatalog(catalog)
    ? SHARED_SESSION.once(indexOf, catalog)
    : indexOf(catalog);
}

function indexOf({ providers, models, retired = [] }: Catalog): CatalogIndex {
  return {
    providers: firstOfEach(providers, ({ id }) => id),
    models: firstOfEach(models, refOf),
    retired: firstOfEach(retired, refOf),
  };
}

function firstOfEach<Row>(
  rows: readonly Row[],
  nameOf: (row: Row) => string,
): ReadonlyMap<string, Row> {
  const byName = new Map<string, Row>();
  for (const row of rows) {
    const name = nameOf(row);
    if (!byName.has(name)) byName.set(name, row);
  }
  return byName;
}
