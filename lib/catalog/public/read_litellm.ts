import { defined } from "../../base/defined.ts";
import { day, fields, flag, tokens } from "./facts.ts";
import type { PublicModel } from "./public_model.ts";

/** Their providers that have one of ours, with what their ids begin with. */
const PROVIDERS: Readonly<
  Record<string, { readonly provider: string; readonly prefix: string }>
> = {
  anthropic: { provider: "anthropic", prefix: "anthropic/" },
  openai: { provider: "openai", prefix: "openai/" },
  gemini: { provider: "gemini", prefix: "gemini/" },
  openrouter: { provider: "openrouter", prefix: "openrouter/" },
  chatgpt: { provider: "codex-oauth", prefix: "chatgpt/" },
};

/** Their flags, by the label that each is about. */
const EFFORT_FLAGS: readonly (readonly [label: string, flag: string])[] = [
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
  return Object.entries(fields(data)).flatMap(([key, row]) => {
    if (key === "sample_spec") return [];
    const model = fields(row);
    const theirs = String(model.litellm_provider);
    const { provider, prefix } = PROVIDERS[theirs] ??
      { provider: theirs, prefix: `${theirs}/` };
    if (model.mode !== undefined && !isForText(model.mode)) return [];
    return [defined({
      provider,
      id: key.startsWith(prefix) ? key.slice(prefix.length) : key,
      max_context_window: tokens(model.max_input_tokens),
      max_output_tokens: tokens(model.max_output_tokens),
      reasoning_efforts: effortsOf(model),
      vision: flag(model.supports_vision),
      retires: day(model.deprecation_date),
    })];
  });
}

function isForText(mode: unknown): boolean {
  return mode === "chat" || mode === "responses";
}

/**
 * The labels, where its flags say all of them: `medium` and `high` have none of
 * their own, so a model with flags has both.
 */
function effortsOf(
  model: Readonly<Record<string, unknown>>,
): readonly string[] | undefined {
  const flags = EFFORT_FLAGS.filter(([, name]) => flag(model[name]) === true)
    .map(([label]) => label);
  if (flags.length === 0) return undefined;
  const isLow = flag(model.supports_low_reasoning_effort) !== false;
  const order = ["minimal", "low", "medium", "high", "xhigh", "max"];
  return order.filter((label) =>
    flags.includes(label) || label === "medium" || label === "high" ||
    (label === "low" && isLow)
  );
}
