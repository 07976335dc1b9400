import { defined } from "../../base/defined.ts";
import { isObject } from "../../base/json.ts";
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

/**
 * Whether data has the shape of OpenRouter's list of models. Others list models
 * under `data`, too, and say no price of them: OpenAI, Anthropic, local servers.
 */
export function isOpenrouter(data: unknown): boolean {
  return listOf(data).some((model) => "prompt" in fields(model.pricing));
}

/** Reads OpenRouter's `/api/v1/models`, or the list in it. */
export function readOpenrouter(data: unknown): PublicModel[] {
  return listOf(data).flatMap((model) => {
    const id = word(model.id);
    if (id === undefined) return [];
    const top = fields(model.top_provider);
    const parameters = items(model.supported_parameters);
    const has = (name: string) =>
      parameters.length > 0 ? parameters.includes(name) : undefined;
    const levels = items(fields(model.reasoning).supported_efforts);
    const inputs = inputsOf(fields(model.architecture));
    return [defined({
      provider: "openrouter",
      id,
      context_window: tokens(model.context_length),
      max_output_tokens: tokens(top.max_completion_tokens),
      reasoning_efforts: efforts(levels.flatMap((level) => word(level) ?? [])),
      temperature: has("temperature"),
      reasoning: isObject(model.reasoning) || has("reasoning")
        ? "effort" as const
        : undefined,
      tool_calling: toolCalling(
        has("tools"),
        has("parallel_tool_calls") || undefined,
      ),
      structured_output: has("structured_outputs")
        ? "json_schema" as const
        : has("response_format")
        ? "json_object" as const
        : undefined,
      vision: inputs.length > 0 ? inputs.includes("image") : undefined,
      retires: day(model.expiration_date),
    })];
  });
}

function listOf(data: unknown): readonly Readonly<Record<string, unknown>>[] {
  return items(Array.isArray(data) ? data : fields(data).data).map(fields);
}

/** What it takes; older lists say it in one text alone: `text+image->text`. */
function inputsOf(
  { input_modalities, modality }: Readonly<Record<string, unknown>>,
): readonly unknown[] {
  const said = items(input_modalities);
  if (said.length > 0) return said;
  const [before, after] = word(modality)?.split("->") ?? [];
  return after === undefined ? [] : before!.split("+");
}
