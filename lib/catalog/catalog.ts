import type { CatalogOrigin } from "../schema/provenance.ts";
import type { ModelEntry, ProviderEntry } from "./catalog_schema.ts";

/** A provider of the catalog. */
export type CatalogProvider = ProviderEntry;

/** A model of the catalog. */
export type CatalogModel = ModelEntry;

/** What is known about models: wire scheme, credential, capability, windows. */
export interface Catalog {
  /** In the order of the file. */
  readonly providers: readonly CatalogProvider[];
  /** In the order of the file. */
  readonly models: readonly CatalogModel[];
  /** Where each file came from. */
  readonly origin: {
    readonly providers: CatalogOrigin;
    readonly models: CatalogOrigin;
  };
  /** Of `{ providers, models }` as RFC 8785 canonical JSON, 64 hexadecimal digits. */
  readonly sha256: string;
}
