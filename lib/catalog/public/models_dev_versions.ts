import { defined } from "../../base/defined.ts";
import { fields, items, word } from "./facts.ts";

type Given = Readonly<Record<string, unknown>>;

/**
 * The package that speaks a protocol of the second version, and the beginning
 * of the path that it calls.
 */
const PROTOCOLS: ReadonlyMap<string, readonly [npm: string, path: string]> =
  new Map([
    ["messages", ["@ai-sdk/anthropic", "/messages"]],
    ["responses", ["@ai-sdk/openai", "/responses"]],
    ["chat-completions", ["@ai-sdk/openai-compatible", "/chat/completions"]],
    ["generate-content", ["@ai-sdk/google", "/models/"]],
  ]);

/**
 * The providers of a file of models.dev: `api.json`, and `catalog.json`, which
 * has the same under `providers`.
 */
export function modelsDevProviders(data: unknown): readonly Given[] {
  const { providers, models } = fields(data);
  const isCatalog = providers !== undefined && models !== undefined;
  return Object.values(fields(isCatalog ? providers : data)).map(fields);
}

/**
 * A provider as the first version of the format has it. The second says of each
 * model how it is spoken to, and of the provider nothing: what most of its
 * models say is the provider's.
 */
export function asFirstVersion(given: Given): Given {
  const models = Object.entries(fields(given.models))
    .map(([key, model]) => [key, fields(model)] as const);
  if (!models.some(([, model]) => "capabilities" in model)) return given;
  const rows = models.map(([key, model]) => [key, modelOf(model)] as const);
  const spoken = rows.map(([, { provider }]) => provider);
  return {
    ...given,
    ...mostCommon(spoken),
    models: Object.fromEntries(rows),
  };
}

function modelOf(model: Given): Given & { readonly provider: Given } {
  const { tools, reasoning, structured_output, temperature } = fields(
    model.capabilities,
  );
  const { supported, effort, budget } = fields(reasoning);
  const { input } = fields(model.modalities);
  return {
    ...model,
    tool_call: fields(tools).supported,
    reasoning: supported,
    reasoning_options: [
      ...effort === undefined ? [] : [{ type: "effort", values: effort }],
      ...budget === undefined
        ? []
        : [{ type: "budget_tokens", ...fields(budget) }],
    ],
    structured_output,
    temperature,
    // Images may be said by their kinds: `image/png`.
    modalities: {
      input: items(input).map((kind) => word(kind)?.split("/")[0]),
    },
    provider: spokenTo(fields(model.api)),
  };
}

function spokenTo(api: Given): Given {
  const entries = Object.entries(api)
    .map(([protocol, entry]) => [protocol, fields(entry)] as const);
  for (const [protocol, { base_url, path }] of entries) {
    const [npm, beginning] = PROTOCOLS.get(protocol) ?? [];
    if (beginning !== undefined && word(path)?.startsWith(beginning)) {
      return defined({ npm, api: word(base_url) });
    }
  }
  return defined({ npm: entries[0]?.[0] });
}

function mostCommon(values: readonly Given[]): Given {
  const counts = new Map<string, number>();
  for (const value of values) {
    const key = JSON.stringify(value);
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  const [most] = [...counts].sort(([, a], [, b]) => b - a);
  return most === undefined ? {} : JSON.parse(most[0]);
}
