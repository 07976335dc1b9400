import { printTable } from "../print/print_table.ts";
import { visibleText } from "../print/visible_text.ts";
import type { ModelCapability } from "../schema/capability.ts";
import type { PinnedModel } from "../schema/model.ts";
import type { CatalogOrigin } from "../schema/provenance.ts";
import { printAuth } from "./format_catalog.ts";

/**
 * One model in full for a person.
 *
 * @param window effective tokens
 * @param origin of its catalog entry; left out when it has none
 */
export function modelAsText(
  model: PinnedModel,
  window: number,
  origin: CatalogOrigin | undefined,
): string {
  const { capability, max_context_window: most } = model;
  const rows: readonly (readonly [string, string | undefined])[] = [
    ["effective window", `${window} tokens`],
    ["context window", `${model.context_window} tokens`],
    ["backend accepts", most === undefined ? undefined : `${most} tokens`],
    ["scheme", model.scheme],
    ["base url", model.base_url],
    ["model id", model.model_id],
    ["credential", printAuth(model.auth)],
    ...(capability ? capabilityRows(capability) : []),
    [
      "catalog",
      origin ?? "no entry of its own: the provider's defaults",
    ],
  ];
  const shown = rows.flatMap(([name, value]) =>
    value === undefined ? [] : [[`  ${name}`, visibleText(value)]]
  );
  return `${visibleText(model.ref ?? model.model_id)}\n${printTable(shown)}`;
}

/** One model in full for a program: the section of a manifest, and its window. */
export function modelAsJson(model: PinnedModel, window: number): string {
  const data = { ...model, effective_context_window: window };
  return `${JSON.stringify(data, null, 2)}\n`;
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
