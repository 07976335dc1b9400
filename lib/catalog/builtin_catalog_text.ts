import { catalogText } from "../resources/builtin_resources.ts";

/** The TOML text of one file of the builtin catalog, with its comments. */
export async function builtinCatalogText(
  file: "providers" | "models",
): Promise<string> {
  return await catalogText(file);
}
