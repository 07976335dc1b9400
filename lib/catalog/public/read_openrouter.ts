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

/** Whether data has the shape of OpenRouter's list of models. */
export function isOpenrouter(data: unknown): boolean {
  return Array.isArray(fields(data).data);
}

/** Reads OpenRouter's `/api/v1/models`. */
export function readOpenrouter(data: unknown): PublicModel[] {
  return items(fields(data).data).map(fields).flatMap((model) => {
    const id = word(model.id);
    if (id === undefined) return [];
    const top = fields(model.top_provider);
    const parameters = items(model.supported_parameters);
    const has = (name: string) =>
      parameters.length > 0 ? parameters.includes(name) : undefined;
    const levels = items(fields(model.reasoning).supported_efforts);
    const images = items(fields(model.architecture).input_modalities);
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
      vision: images.length > 0 ? images.includes("image") : undefined,
      retires: day(model.expiration_date),
    })];
  });
}
