import { parse } from "npm:smol-toml@1.9.1";
import type { Catalog } from "../../lib/catalog/catalog.ts";
import type { ModelsDocument } from "../../lib/catalog/models_schema.ts";
import type { ProvidersDocument } from "../../lib/catalog/providers_schema.ts";

function read(file: string): unknown {
  const url = new URL(`../../resources/catalog/${file}`, import.meta.url);
  return JSON.parse(JSON.stringify(parse(Deno.readTextFileSync(url))));
}

const MODELS = read("models.toml") as ModelsDocument;

/** The builtin catalog, read without the code that reads catalogs. */
export const BUILTIN_CATALOG: Catalog = {
  providers: (read("providers.toml") as ProvidersDocument).provider,
  models: MODELS.model ?? [],
  retired: MODELS.retired ?? [],
  origin: { providers: "builtin", models: "builtin" },
  sha256: "0".repeat(64),
};
