import { defined } from "../../base/defined.ts";
import {
  day,
  efforts,
  fields,
  items,
  tokens,
  toolCalling,
  word,
} from "./facts.ts";
import type { PublicModel } from "./public_model.ts";

/** Whether data has the shape of what `codex debug models` prints. */
export function isCodex(data: unknown): boolean {
  const models = items(fields(data).models);
  return models.length > 0 && models.every((model) => "slug" in fields(model));
}

/** What `visibility` is of a model that is not offered any more. */
const HIDDEN: readonly unknown[] = ["hide", "hidden", "none"];

/**
 * Reads what `codex debug models` prints. Its `context_window` is what Codex
 * sends at most, its `max_context_window` what a user may raise that to: the
 * opposite of our pair.
 */
export function readCodex(data: unknown): PublicModel[] {
  return items(fields(data).models).map(fields).flatMap((model) => {
    const id = word(model.slug);
    if (id === undefined) return [];
    const levels = items(model.supported_reasoning_levels)
      .flatMap((level) => word(fields(level).effort) ?? word(level) ?? []);
    const used = tokens(model.context_window);
    const modalities = items(model.input_modalities);
    const upgrade = fields(model.upgrade);
    return [defined({
      provider: "codex-oauth",
      id,
      context_window: tokens(model.max_context_window) ?? used,
      max_context_window: used,
      reasoning_efforts: efforts(levels),
      tool_calling: toolCalling(undefined, model.supports_parallel_tool_calls),
      vision: modalities.length > 0 ? modalities.includes("image") : undefined,
      retires: day(upgrade.retirement_at) ?? day(model.retirement_at),
      replacement: word(upgrade.model) ?? word(model.upgrade),
      deprecated: HIDDEN.includes(model.visibility) || undefined,
    })];
  });
}
