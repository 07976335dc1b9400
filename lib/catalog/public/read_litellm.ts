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
  word,
} from "./facts.ts";
import type { PublicModel } from "./public_model.ts";

/** Their providers that have one of ours. An id may begin with theirs. */
const PROVIDERS: ReadonlyMap<string, string> = new Map([
  ["anthropic", "anthropic"],
  ["openai", "openai"],
  ["gemini", "gemini"],
  ["openrouter", "openrouter"],
  ["chatgpt", "codex-oauth"],
]);

/** Their flags, by the label that each is about. */
const EFFORT_FLAGS: readonly (readonly [label: string, flag: string])[] = [
  ["none", "supports_none_reasoning_effort"],
  ["minimal", "supports_minimal_reasoning_effort"],
  ["low", "supports_low_reasoning_effort"],
  ["xhigh", "supports_xhigh_reasoning_effort"],
  ["max", "supports_max_reasoning_effort"],
];

/** Whether data has the shape of LiteLLM's price file. */
export function isLitellm(data: unknown): boolean {
  const rows = Object.values(fields(data)).map(fields);
  return rows.length > 0 && rows.some((row) => "litellm_provider" in row) &&
    rows.every((row) => !("models" in row));
}

/**
 * Reads LiteLLM's price file. Its `max_input_tokens` is a limit of the input,
 * never the window.
 */
export function readLitellm(data: unknown): PublicModel[] {
  const rows = fields(data);
  return Object.entries(rows).flatMap(([key, row]) => {
    if (key === "sample_spec") return [];
    // Another name of a row says no more than that.
    const model = fields(rows[String(fields(row).alias_of)] ?? row);
    const theirs = word(model.litellm_provider);
    if (theirs === undefined) return [];
    const idOf = (name: string) =>
      name.startsWith(`${theirs}/`) ? name.slice(theirs.length + 1) : name;
    const successor = word(model.successor_model);
    // A successor at another provider is left out: it has no row here.
    const isOwn = fields(rows[successor ?? ""]).litellm_provider === theirs;
    if (model.mode !== undefined && !isForText(model.mode)) return [];
    return [defined({
      provider: PROVIDERS.get(theirs) ?? theirs,
      id: idOf(key),
      max_context_window: tokens(model.max_input_tokens),
      max_output_tokens: tokens(model.max_output_tokens),
      reasoning_efforts: effortsOf(model),
      temperature: flag(model.supports_sampling_params),
      reasoning: noReasoning(model.supports_reasoning),
      tool_calling: toolCalling(
        model.supports_function_calling,
        model.supports_parallel_function_calling,
      ),
      structured_output: structuredOutput(model.supports_response_schema),
      vision: visionOf(model),
      retires: day(model.deprecation_date),
      replacement: successor && isOwn ? idOf(successor) : undefined,
    })];
  });
}

function isForText(mode: unknown): boolean {
  return mode === "chat" || mode === "responses";
}

/**
 * The labels, as it lists them or as its flags say. `medium` and `high` have no
 * flag: a model with any flag has both.
 */
function effortsOf(
  model: Readonly<Record<string, unknown>>,
): readonly string[] | undefined {
  const levels = items(model.reasoning_effort_levels)
    .flatMap((level) => word(level) ?? []);
  if (levels.length > 0) return efforts(levels);
  const flags = EFFORT_FLAGS.filter(([, name]) => flag(model[name]) === true)
    .map(([label]) => label);
  // Without a true flag, a false one still says that there are labels.
  const isSaid = flags.length > 0 ||
    flag(model.supports_xhigh_reasoning_effort) === false ||
    flag(model.supports_max_reasoning_effort) === false;
  if (!isSaid || flag(model.supports_reasoning) === false) return undefined;
  const isLow = flag(model.supports_low_reasoning_effort) !== false;
  return efforts([...flags, ...isLow ? ["low"] : [], "medium", "high"]);
}

/** As its flag says, else what it lists as inputs. */
function visionOf(
  model: Readonly<Record<string, unknown>>,
): boolean | undefined {
  const inputs = items(model.supported_modalities);
  return flag(model.supports_vision) ??
    (inputs.length > 0 ? inputs.includes("image") : undefined);
}
