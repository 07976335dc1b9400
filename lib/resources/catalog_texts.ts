import models from "../../resources/catalog/models.toml" with { type: "text" };
import providers from "../../resources/catalog/providers.toml" with {
  type: "text",
};

/** The TOML text of each file of the builtin catalog. */
export const CATALOG_TEXTS = { providers, models } as const;
