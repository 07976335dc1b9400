import { defined } from "../../base/defined.ts";
import type { CapabilityDraft } from "../../schema/capability.ts";
import type { Catalog, CatalogModel, CatalogProvider } from "../catalog.ts";
import type { PublicModel } from "./public_model.ts";

/**
 * The row of a public model: what the file says, and what it does not say as the
 * present row has it.
 *
 * @param present the row that it takes the place of
 */
export function rowOfPublic(
  model: PublicModel,
  provider: CatalogProvider,
  present: CatalogModel | undefined,
): CatalogModel {
  const { vision: _, temperature, max_context_window: limit, ...facts } = model;
  const window = facts.context_window ?? present?.context_window;
  return defined({
    ...present,
    ...facts,
    // A limit that is the window is none of its own.
    max_context_window: limit === undefined
      ? present?.max_context_window
      : limit === window
      ? undefined
      : limit,
    capability: capabilityOf(model, provider, present),
    temperature: temperature === undefined
      ? present?.temperature
      : temperature
      ? undefined
      : false,
  });
}

function capabilityOf(
  { vision, reasoning_efforts, reasoning_budget }: PublicModel,
  provider: CatalogProvider,
  present: CatalogModel | undefined,
): CapabilityDraft | undefined {
  const before = present?.capability ?? provider.default_capability;
  if (before === undefined) return undefined;
  const reasoning = reasoning_efforts && reasoning_budget
    ? "both"
    : reasoning_efforts
    ? before.reasoning === "both" ? "both" : "effort"
    : reasoning_budget
    ? before.reasoning === "both" ? "both" : "budget_tokens"
    : before.reasoning;
  const capability = defined({
    ...before,
    reasoning,
    vision: vision ?? before.vision,
  });
  const isProviders = JSON.stringify(capability) ===
    JSON.stringify(provider.default_capability);
  return isProviders ? undefined : capability as CapabilityDraft;
}

/** The rows for some references: imported where a file has them, else the present ones. */
export function importedRows(
  refs: readonly string[],
  models: ReadonlyMap<string, PublicModel>,
  catalog: Catalog,
): CatalogModel[] {
  return refs.flatMap((ref): CatalogModel[] => {
    const present = catalog.models.find(({ provider, id }) =>
      `${provider}/${id}` === ref
    );
    const model = models.get(ref);
    const provider = catalog.providers.find(({ id }) =>
      id === (model ?? present)?.provider
    );
    if (model === undefined || provider === undefined) {
      return present === undefined ? [] : [present];
    }
    return [rowOfPublic(model, provider, present)];
  });
}
