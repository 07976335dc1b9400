import { defined } from "../../base/defined.ts";
import type {
  CapabilityDraft,
  ReasoningControl,
  ToolCalling,
} from "../../schema/capability.ts";
import { schemeCapability } from "../scheme_capability.ts";
import { canonicalJson } from "../../base/canonical_json.ts";
import { type Catalog, refOf } from "../catalog.ts";
import type { CatalogModel } from "../models_schema.ts";
import type { CatalogProvider } from "../providers_schema.ts";
import { noteOf } from "./going_note.ts";
import type { PublicModel } from "./public_model.ts";

/**
 * The row of a public model: what the file says, and what it does not say as the
 * present row has it.
 *
 * @param present the row that it takes the place of
 */
function rowOfPublic(
  model: PublicModel,
  provider: CatalogProvider,
  present: CatalogModel | undefined,
): CatalogModel {
  const {
    vision: _vision,
    reasoning: _reasoning,
    tool_calling: _calls,
    structured_output: _shape,
    isOther: _isOther,
    deprecated: _deprecated,
    temperature,
    max_context_window: limit,
    ...facts
  } = model;
  const window = facts.context_window ?? present?.context_window;
  return defined({
    ...present,
    ...facts,
    // A limit equal to the window says nothing more.
    max_context_window: limit === undefined
      ? present?.max_context_window
      : limit === window
      ? undefined
      : limit,
    note: noteOf(model, present),
    capability: capabilityOf(model, provider, present),
    temperature: temperature === undefined
      ? present?.temperature
      : temperature
      ? undefined
      : false,
  });
}

function capabilityOf(
  model: PublicModel,
  provider: CatalogProvider,
  present: CatalogModel | undefined,
): CapabilityDraft | undefined {
  const usual = provider.default_capability ??
    schemeCapability(provider.scheme);
  const before = present?.capability ?? usual;
  const capability = defined({
    ...before,
    tool_calling: toolCallingOf(model, before, usual),
    structured_output: model.structured_output ?? before.structured_output,
    reasoning: reasoningOf(model, before.reasoning),
    vision: model.vision ?? before.vision,
  });
  const isUsual = canonicalJson(capability) === canonicalJson(usual);
  return isUsual ? undefined : capability as CapabilityDraft;
}

function toolCallingOf(
  { tool_calling }: PublicModel,
  before: CapabilityDraft,
  usual: CapabilityDraft,
): ToolCalling | undefined {
  if (tool_calling !== "some") return tool_calling ?? before.tool_calling;
  if (before.tool_calling !== "none") return before.tool_calling;
  // One at a time is the least of it.
  return usual.tool_calling === "none" ? "sequential" : usual.tool_calling;
}

function reasoningOf(
  { reasoning, reasoning_efforts, reasoning_budget }: PublicModel,
  before: ReasoningControl | undefined,
): ReasoningControl | undefined {
  if (reasoning_efforts && reasoning_budget) return "both";
  if (reasoning_efforts || reasoning === "effort") {
    return before === "both" ? "both" : "effort";
  }
  if (reasoning_budget) return before === "both" ? "both" : "budget_tokens";
  return reasoning === "none" ? undefined : before;
}

/** The rows for some references: imported where a file has them, else the present ones. */
export function importedRows(
  refs: readonly string[],
  models: ReadonlyMap<string, PublicModel>,
  catalog: Catalog,
): CatalogModel[] {
  return refs.flatMap((ref): CatalogModel[] => {
    const present = catalog.models.find((row) => refOf(row) === ref);
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
