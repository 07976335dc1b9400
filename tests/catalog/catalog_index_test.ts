import assert from "node:assert/strict";
import { luaCatalogOf } from "../../lib/catalog/catalog_facts.ts";
import { catalogIndex } from "../../lib/catalog/catalog_index.ts";
import type { Catalog } from "../../lib/catalog/catalog.ts";
import type { CatalogModel } from "../../lib/catalog/models_schema.ts";
import { modelEnding } from "../../lib/catalog/model_ending.ts";
import { ownCatalog } from "../../lib/catalog/own_catalogs.ts";

/** A catalog of so many models, that says how often a model was looked at. */
function countedCatalog(count: number): {
  readonly catalog: Catalog;
  readonly looks: () => number;
} {
  let looks = 0;
  const models = Array.from({ length: count }, (_, at): CatalogModel => ({
    id: `m${at}`,
    get provider() {
      looks++;
      return "acme";
    },
  }));
  const catalog = ownCatalog({
    providers: [{
      id: "acme",
      display_name: "Acme",
      scheme: "anthropic",
      auth_hint: { kind: "none" },
    }],
    models,
    origin: { providers: "given", models: "given" },
    sha256: "",
  });
  // Making it one's own looks, too.
  looks = 0;
  return { catalog, looks: () => looks };
}

Deno.test("catalogIndex: all models of a catalog are looked up in one pass", () => {
  const counted = [500, 1000, 2000].map((count) => {
    const { catalog, looks } = countedCatalog(count);
    const { refs } = luaCatalogOf(catalog);
    for (const ref of refs) modelEnding(catalog, ref, "2026-11-30");
    modelEnding(catalog, "acme/gone", "2026-11-30");
    return looks();
  });
  const [one, two, four] = counted;
  assert.equal(two, 2 * one!);
  assert.equal(four, 4 * one!);
});

Deno.test("catalogIndex: a catalog that can change is looked at anew", () => {
  const models: CatalogModel[] = [];
  const catalog: Catalog = {
    providers: [],
    models,
    origin: { providers: "given", models: "given" },
    sha256: "",
  };
  assert.equal(catalogIndex(catalog).models.size, 0);
  models.push({ id: "m", provider: "acme" }, { id: "m", provider: "acme" });
  assert.equal(catalogIndex(catalog).models.get("acme/m"), models[0]);
});
