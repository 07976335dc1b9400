/**
 * Writes `resources/generated/builtins.json`: the builtin catalog parsed and the
 * builtin profiles evaluated, so that a start needs neither a TOML parser nor a
 * Lua VM for them.
 *
 * `deno run -A scripts/build_builtins.ts` writes the file; with `--check` it
 * only exits 1 when the file is not what would be written.
 *
 * @module
 */
import type { Catalog } from "../lib/catalog/catalog.ts";
import { catalogSha256 } from "../lib/catalog/catalog_sha256.ts";
import { parseModels, parseProviders } from "../lib/catalog/parse_catalog.ts";
import {
  type BuiltinProfile,
  type Builtins,
  catalogText,
} from "../lib/resources/builtin_resources.ts";

/** Evaluates every builtin profile, in the order they are listed. */
export type EvaluateBuiltins = (
  catalog: Catalog,
) => Promise<Record<string, BuiltinProfile>>;

/** Where the result is kept. */
export const BUILTINS_FILE = new URL(
  "../resources/generated/builtins.json",
  import.meta.url,
);

/** The text of the generated file. */
export async function buildBuiltins(
  evaluate: EvaluateBuiltins,
): Promise<string> {
  const catalog = await parseBuiltinCatalog();
  const { providers, models, retired = [], sha256 } = catalog;
  const content: Builtins = {
    profiles: await evaluate(catalog),
    catalog: { providers, models, retired },
    catalogSha256: sha256,
  };
  return `${JSON.stringify(content, null, 1)}\n`;
}

/** The builtin catalog, from its TOML. */
export async function parseBuiltinCatalog(): Promise<Catalog> {
  const providers = await parseProviders(
    await catalogText("providers"),
    "resources/catalog/providers.toml",
  );
  const { models, retired } = await parseModels(
    await catalogText("models"),
    "resources/catalog/models.toml",
    providers,
  );
  return {
    providers,
    models,
    retired,
    origin: { providers: "builtin", models: "builtin" },
    sha256: await catalogSha256({ providers, models, retired }),
  };
}

if (import.meta.main) {
  const { evaluateBuiltins } = await import("./evaluate_builtins.ts");
  const text = await buildBuiltins(evaluateBuiltins);
  if (!Deno.args.includes("--check")) {
    await Deno.writeTextFile(BUILTINS_FILE, text);
  } else if (await Deno.readTextFile(BUILTINS_FILE) !== text) {
    console.error("builtins.json is not what scripts/build_builtins.ts writes");
    Deno.exit(1);
  }
}
