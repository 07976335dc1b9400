import type { CatalogOrigin } from "../schema/resolution_inputs.ts";
import type { CatalogModel, RetiredModel } from "./models_schema.ts";
import type { CatalogProvider } from "./providers_schema.ts";

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
   * The builtin files that a user's `models.toml` replaces: what to
   * say where a model of theirs is missing. Left out for every other catalog.
   */
  readonly replaced?: Pick<Catalog, "models" | "retired">;
  /**
   * Of `{ providers, models }` as RFC 8785 canonical JSON, 64 hexadecimal digits;
   * with `retired` where there are any.
   */
  readonly sha256: string;
}

/** What a model of a catalog is referred to by: `<provider>/<model id>`. */
export function refOf(
  { provider, id }: Pick<CatalogModel, "provider" | "id">,
): string {
  return `${provider}/${id}`;
}
