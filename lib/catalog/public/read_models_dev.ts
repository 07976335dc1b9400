import { defined } from "../../base/defined.ts";
import {
  day,
  efforts,
  fields,
  flag,
  items,
  noReasoning,
  structuredOutput,
  tokens,
  toolCalling,
  wholeNumber,
  word,
} from "./facts.ts";
import { asFirstVersion, modelsDevProviders } from "./models_dev_versions.ts";
import { publicProvider } from "./public_provider.ts";
import type { PublicModel, PublicProvider } from "./public_model.ts";

/** Their providers that have one of ours. */
const PROVIDERS: ReadonlyMap<unknown, string> = new Map([
  ["anthropic", "anthropic"],
  ["openai", "openai"],
  ["google", "gemini"],
  ["openrouter", "openrouter"],
]);

/** Whether data has the shape of models.dev's `api.json` or `catalog.json`. */
export function isModelsDev(data: unknown): boolean {
  const providers = modelsDevProviders(data);
  return providers.length > 0 &&
    providers.every((provider) => "models" in provider && "id" in provider);
}

/** Reads models.dev's `api.json` or `catalog.json`, of both versions. */
export function readModelsDev(data: unknown): PublicModel[] {
  return modelsDevProviders(data).map(asFirstVersion).flatMap((given) => {
    const known = PROVIDERS.get(given.id);
    const provider = known ?? word(given.id);
    if (provider === undefined) return [];
    return Object.entries(fields(given.models)).map(([key, row]) => {
      const model = fields(row);
      const isOther = known === undefined && !isSpokenToAlike(model, given);
      return {
        ...readModel(provider, key, model),
        ...isOther && { isOther },
      };
    });
  });
}

function isSpokenToAlike(
  { provider }: Readonly<Record<string, unknown>>,
  { npm, api }: Readonly<Record<string, unknown>>,
): boolean {
  const own = fields(provider);
  return (own.npm ?? npm) === npm && (own.api ?? api) === api &&
    own.shape === undefined;
}

/** The providers of the file that the builtin catalog does not have. */
export function readModelsDevProviders(data: unknown): PublicProvider[] {
  return modelsDevProviders(data).map(asFirstVersion).flatMap((given) => {
    const id = word(given.id);
    return id === undefined || PROVIDERS.has(id)
      ? []
      : [publicProvider(id, given)];
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
  const labels = items(effort?.values).flatMap((value) => word(value) ?? []);
  const calls = fields(model.tool_call);
  const images = items(fields(model.modalities).input);
  return defined({
    provider,
    id: word(model.id) ?? key,
    context_window: tokens(context),
    max_context_window: tokens(input),
    max_output_tokens: tokens(output),
    reasoning_efforts: efforts(labels),
    reasoning_budget: budget &&
      defined({ min: wholeNumber(budget.min), max: tokens(budget.max) }),
    temperature: flag(model.temperature),
    reasoning: noReasoning(model.reasoning),
    tool_calling: toolCalling(
      flag(model.tool_call) ?? calls.supported,
      calls.parallel,
    ),
    structured_output: structuredOutput(model.structured_output),
    vision: images.length > 0 ? images.includes("image") : undefined,
    // The first version has a status only.
    retires: day(model.deprecation_date),
    deprecated: model.status === "deprecated" || undefined,
  });
}
