import { printJson } from "../../base/print_json.ts";
import type { ModelCapability } from "../../schema/capability.ts";
import type { CatalogModel } from "../../catalog/models_schema.ts";
import type { PinnedModel } from "../../schema/model.ts";
import type { CatalogOrigin } from "../../schema/resolution_inputs.ts";
import { factTable } from "../fact_table.ts";
import { printAuth } from "./format_catalog.ts";
import type { OutputStyle } from "../output_style.ts";

/** A model that was looked up. */
export interface LookedUpModel {
  readonly ref: string;
  readonly model: PinnedModel;
  /** Effective tokens. */
  readonly window: number;
  /** Left out: the catalog does not list it. */
  readonly entry?: CatalogModel | undefined;
}

/**
 * One model in full for a person.
 *
 * @param origin of the catalog's models
 * @param ends when it does, for a person; empty where no end is known
 */
export function modelAsText(
  { ref, model, window, entry }: LookedUpModel,
  origin: CatalogOrigin,
  ends: string,
  style: OutputStyle,
): string {
  const { capability } = model;
  const rows: readonly (readonly [string, string | undefined])[] = [
    ["model", ref],
    ["effective window", `${window} tokens`],
    ["context window", `${model.context_window} tokens`],
    ["max input", `${model.max_context_window} tokens`],
    ["scheme", model.scheme],
    ["base url", model.base_url],
    ["model id", model.model_id],
    ["credential", printAuth(model.auth)],
    ...capabilityRows(capability),
    ...factRows(entry ?? {}),
    ["retires", ends === "" ? undefined : ends],
    [
      "catalog",
      entry ? origin : "not in it: the provider's defaults",
    ],
    ["note", entry?.note],
  ];
  return factTable(rows, style);
}

/**
 * One model in full for a program: the section of a manifest, its window, and
 * what the catalog knows beside.
 */
export function modelAsJson(
  { ref, model, window, entry }: LookedUpModel,
): string {
  const data = {
    ref,
    ...model,
    effective_context_window: window,
    ...factsOf(entry ?? {}),
  };
  return printJson(data);
}

/** What of an entry does not stand in a manifest. */
function factsOf(entry: Partial<CatalogModel>): Partial<CatalogModel> {
  const {
    id: _id,
    provider: _provider,
    context_window: _window,
    max_context_window: _limit,
    capability: _capability,
    ...facts
  } = entry;
  return facts;
}

function factRows(
  entry: Partial<CatalogModel>,
): readonly (readonly [string, string | undefined])[] {
  const { reasoning_budget: budget, max_output_tokens: output } = entry;
  return [
    ["efforts", entry.reasoning_efforts?.join(", ")],
    [
      "budget",
      budget && `${budget.min ?? "…"} to ${budget.max ?? "…"} tokens`,
    ],
    ["max output", output === undefined ? undefined : `${output} tokens`],
    ["sampling", entry.temperature === false ? "fixed" : undefined],
    ["replacement", entry.replacement],
  ];
}

function capabilityRows(
  { tool_calling, structured_output, reasoning, vision, prompt_caching }:
    ModelCapability,
): readonly (readonly [string, string])[] {
  return [
    ["reasoning", reasoning ?? "none"],
    ["tool calling", tool_calling],
    ["structured output", structured_output],
    ["vision", vision ? "yes" : "no"],
    [
      "prompt caching",
      prompt_caching.kind === "explicit"
        ? `explicit, at most ${prompt_caching.max_breakpoints} breakpoints`
        : prompt_caching.kind,
    ],
  ];
}
