import type { CatalogOrigin } from "../schema/provenance.ts";
import type {
  ModelEntry,
  ProviderEntry,
  RetiredModel,
} from "./catalog_schema.ts";

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
  /** Models that are gone, in the order of the file. Default none. */
  readonly retired?: readonly RetiredModel[];
  /** Where each file came from. */
  readonly origin: {
    readonly providers: CatalogOrigin;
    readonly models: CatalogOrigin;
  };
  /**
   * Numbers of a user's files that are written with a decimal point, which the
   * runtime refuses: `model[0].context_window`. Default none.
   */
  readonly floats?: readonly string[];
  /**
   * The builtin files that a user's `models.toml` stands in place of: what to
   * say where a model of theirs is missing. Left out for every other catalog.
   */
  readonly replaced?: Pick<Catalog, "models" | "retired">;
  /**
   * Of `{ providers, models }` as RFC 8785 canonical JSON, 64 hexadecimal digits;
   * with `retired` where there are any.
   */
  readonly sha256: string;
}
