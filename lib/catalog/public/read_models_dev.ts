import { defined } from "../../base/defined.ts";
import { fields, flag, items, tokens, word } from "./facts.ts";
import type { PublicModel } from "./public_model.ts";

/** Their providers that have one of ours. */
const PROVIDERS: Readonly<Record<string, string>> = {
  anthropic: "anthropic",
  openai: "openai",
  google: "gemini",
  openrouter: "openrouter",
};

/** Whether data has the shape of models.dev's `api.json`. */
export function isModelsDev(data: unknown): boolean {
  const providers = Object.values(fields(data));
  return providers.length > 0 &&
    providers.every((provider) =>
      "models" in fields(provider) && "id" in fields(provider)
    );
}

/** Reads models.dev's `api.json`. It has no ends, only a status. */
export function readModelsDev(data: unknown): PublicModel[] {
  return Object.values(fields(data)).flatMap((given) => {
    const { id: theirs, models } = fields(given);
    const provider = PROVIDERS[String(theirs)] ?? word(theirs);
    if (provider === undefined) return [];
    return Object.entries(fields(models)).map(([key, model]) =>
      readModel(provider, key, fields(model))
    );
  });
}

function readModel(
  provider: string,
  key: string,
  model: Readonly<Record<string, unknown>>,
): PublicModel {
  const { context, input, output } = fields(model.limit);
  const options = items(model.reasoning_options).map(fields);
  const effort = options.find(({ type }) => type === "effort");
  const budget = options.find(({ type }) => type === "budget_tokens");
  const efforts = items(effort?.values).flatMap((value) => word(value) ?? []);
  const images = items(fields(model.modalities).input);
  return defined({
    provider,
    id: word(model.id) ?? key,
    context_window: tokens(context),
    max_context_window: tokens(input),
    max_output_tokens: tokens(output),
    reasoning_efforts: efforts.length > 0 ? efforts : undefined,
    reasoning_budget: budget &&
      defined({ min: tokens(budget.min), max: tokens(budget.max) }),
    temperature: flag(model.temperature),
    vision: images.length > 0 ? images.includes("image") : undefined,
  });
}
