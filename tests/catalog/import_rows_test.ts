/**
 * What is made of rows as the public files have them, with the oddities that
 * they have: nothing lost, nothing made up.
 *
 * @module
 */
import assert from "node:assert/strict";
import type { CatalogModel } from "../../lib/catalog/models_schema.ts";
import { loadCatalog } from "../../lib/catalog/load_catalog.ts";
import { GOING } from "../../lib/catalog/public/going_note.ts";
import { importModels } from "../../lib/catalog/public/import_models.ts";
import { publicDifferences } from "../../lib/catalog/public/public_differences.ts";
import { readPublicCatalog } from "../../lib/catalog/public/read_public_catalog.ts";
import { memorySystem } from "../../lib/system/memory_system.ts";
import { BUILTIN_CATALOG } from "./builtin_catalog.ts";

type Row = Omit<CatalogModel, "id" | "provider">;

/** A file with one row, and the row that is made of it; none for nothing. */
const ROWS: [
  what: string,
  file: unknown,
  ref: string,
  row: Row | undefined,
][] = [];

const TOOLS = {
  tool_calling: "parallel",
  structured_output: "json_schema",
} as const;
const AUTO = { prompt_caching: { kind: "auto" } } as const;

function row(
  what: string,
  file: unknown,
  ref: string,
  expected: Row | undefined,
): void {
  ROWS.push([what, file, ref, expected]);
}

const litellm = (key: string, facts: object) => ({
  sample_spec: { litellm_provider: "one of them", max_input_tokens: "a text" },
  fallback_generalizations: { rules: [{ pattern: "^claude-" }] },
  [key]: { litellm_provider: "openai", mode: "chat", ...facts },
});

row(
  "litellm: per-token prices, and a limit of the input that is no window",
  litellm("gpt-new", {
    input_cost_per_token: 1.25e-6,
    output_cost_per_token: 0.00001,
    max_tokens: 128000,
    max_input_tokens: 272000,
    max_output_tokens: 128000,
    supports_vision: true,
    supports_function_calling: true,
  }),
  "openai/gpt-new",
  { max_context_window: 272000, max_output_tokens: 128000 },
);
row(
  "litellm: numbers as texts and in scientific notation",
  litellm("gpt-new", {
    max_input_tokens: "272000",
    max_output_tokens: "1.28e5",
  }),
  "openai/gpt-new",
  { max_context_window: 272000, max_output_tokens: 128000 },
);
row(
  "litellm: numbers that are none",
  litellm("gpt-new", {
    max_input_tokens: "max input tokens, if the provider specifies it",
    max_output_tokens: null,
    deprecation_date: "soon",
  }),
  "openai/gpt-new",
  {},
);
row(
  "litellm: an end",
  litellm("gpt-new", { deprecation_date: "2027-03-01" }),
  "openai/gpt-new",
  { retires: "2027-03-01" },
);
row(
  "litellm: what comes after it",
  {
    ...litellm("openai/gpt-new", { successor_model: "openai/gpt-newer" }),
    "openai/gpt-newer": { litellm_provider: "openai" },
  },
  "openai/gpt-new",
  { replacement: "gpt-newer" },
);
row(
  "litellm: what comes after it is another provider's, or nobody's",
  {
    ...litellm("gpt-new", { successor_model: "azure/gpt-newer" }),
    ...litellm("gpt-older", { successor_model: "gpt-none" }),
    "azure/gpt-newer": { litellm_provider: "azure" },
  },
  "openai/gpt-new",
  {},
);
row(
  "litellm: no answer that is held to a schema",
  litellm("gpt-new", { supports_response_schema: false }),
  "openai/gpt-new",
  {
    capability: {
      ...TOOLS,
      structured_output: "none",
      reasoning: "effort",
      vision: true,
      ...AUTO,
    },
  },
);
row(
  "litellm: no tools, no reasoning, no images, no sampling",
  litellm("gpt-new", {
    supports_function_calling: false,
    supports_reasoning: false,
    supports_vision: false,
    supports_sampling_params: false,
  }),
  "openai/gpt-new",
  {
    capability: {
      ...TOOLS,
      tool_calling: "none",
      vision: false,
      ...AUTO,
    },
    temperature: false,
  },
);
row(
  "litellm: one tool at a time",
  litellm("gpt-new", {
    supports_function_calling: true,
    supports_parallel_function_calling: false,
  }),
  "openai/gpt-new",
  {
    capability: {
      ...TOOLS,
      tool_calling: "sequential",
      reasoning: "effort",
      vision: true,
      ...AUTO,
    },
  },
);
row(
  "litellm: no flag for images, but the inputs",
  litellm("gpt-new", {
    supported_modalities: ["text", "audio"],
    supported_output_modalities: ["text", "image"],
  }),
  "openai/gpt-new",
  {
    capability: {
      ...TOOLS,
      reasoning: "effort",
      vision: false,
      ...AUTO,
    },
  },
);
row(
  "litellm: labels as flags",
  litellm("gpt-new", {
    supports_reasoning: true,
    supports_minimal_reasoning_effort: false,
    supports_xhigh_reasoning_effort: true,
  }),
  "openai/gpt-new",
  { reasoning_efforts: ["low", "medium", "high", "xhigh"] },
);
row(
  "litellm: a label for no reasoning as a flag",
  litellm("gpt-new", { supports_none_reasoning_effort: true }),
  "openai/gpt-new",
  { reasoning_efforts: ["none", "low", "medium", "high"] },
);
row(
  "litellm: labels as a list",
  litellm("gpt-new", { reasoning_effort_levels: ["max", "low", "none"] }),
  "openai/gpt-new",
  { reasoning_efforts: ["none", "low", "max"] },
);
row(
  "litellm: no label at all",
  litellm("gpt-new", { supports_reasoning: true, reasoning_effort_levels: [] }),
  "openai/gpt-new",
  {},
);
row(
  "litellm: a provider's name before the id",
  {
    "chatgpt/gpt-new": {
      litellm_provider: "chatgpt",
      mode: "responses",
      max_output_tokens: 5,
    },
  },
  "codex-oauth/gpt-new",
  { max_output_tokens: 5 },
);
row(
  "litellm: another name of a row",
  {
    ...litellm("gpt-new", { max_output_tokens: 5 }),
    "gpt-latest": { alias_of: "gpt-new" },
  },
  "openai/gpt-latest",
  { max_output_tokens: 5 },
);
row(
  "litellm: another name of nothing",
  { ...litellm("gpt-new", {}), "gpt-latest": { alias_of: "constructor" } },
  "openai/gpt-latest",
  undefined,
);
row(
  "litellm: not for text",
  litellm("tts-new", { mode: "audio_speech", max_input_tokens: 5 }),
  "openai/tts-new",
  undefined,
);
row(
  "litellm: of two rows the first",
  {
    ...litellm("openai/gpt-new", { max_output_tokens: 5 }),
    "gpt-new": {
      litellm_provider: "openai",
      max_output_tokens: 6,
      deprecation_date: "2027-01-01",
    },
  },
  "openai/gpt-new",
  { max_output_tokens: 5, retires: "2027-01-01" },
);

const modelsDev = (facts: object, provider = "openai") => ({
  [provider]: {
    id: provider,
    env: ["KEY"],
    npm: "@ai-sdk/openai",
    name: provider,
    models: {
      "gpt-new": {
        id: "gpt-new",
        attachment: true,
        cost: { input: 1.25, output: 10, cache_read: 0.125 },
        release_date: "2026-01-01",
        ...facts,
      },
    },
  },
});

row(
  "models.dev: everything",
  modelsDev({
    reasoning: true,
    reasoning_options: [
      { type: "toggle" },
      { type: "effort", values: ["none", "low", "medium", "high", null] },
    ],
    temperature: false,
    tool_call: true,
    modalities: { input: ["text", "image", "pdf"], output: ["text"] },
    limit: { context: 400000, input: 272000, output: 128000 },
  }),
  "openai/gpt-new",
  {
    context_window: 400000,
    max_context_window: 272000,
    max_output_tokens: 128000,
    reasoning_efforts: ["none", "low", "medium", "high"],
    temperature: false,
  },
);
row(
  "models.dev: 0 is unknown, and a date of release no end",
  modelsDev({ limit: { context: 0, output: 0 }, modalities: {} }),
  "openai/gpt-new",
  {},
);
row(
  "models.dev: a model that goes, and nobody says when",
  modelsDev({ status: "deprecated" }),
  "openai/gpt-new",
  { note: GOING },
);
row(
  "models.dev: a model that goes on a day",
  modelsDev({ status: "deprecated", deprecation_date: "2027-03-01" }),
  "openai/gpt-new",
  { retires: "2027-03-01" },
);
row(
  "codex: a model that is hidden",
  { models: [{ slug: "gpt-new", visibility: "hide" }] },
  "codex-oauth/gpt-new",
  { note: GOING },
);
row(
  "models.dev: a limit that is the window is none",
  modelsDev({ limit: { context: 5, input: 5 } }),
  "openai/gpt-new",
  { context_window: 5 },
);
row(
  "models.dev: a budget from 0",
  modelsDev(
    {
      reasoning: true,
      reasoning_options: [{ type: "budget_tokens", min: 0, max: 24576 }],
    },
    "google",
  ),
  "gemini/gpt-new",
  {
    capability: { ...TOOLS, reasoning: "budget_tokens", vision: true, ...AUTO },
    reasoning_budget: { min: 0, max: 24576 },
  },
);
row(
  "models.dev: a budget without limits, and labels",
  modelsDev({
    reasoning_options: [
      { type: "budget_tokens" },
      { type: "effort", values: ["high"] },
    ],
  }, "google"),
  "gemini/gpt-new",
  {
    capability: { ...TOOLS, reasoning: "both", vision: true, ...AUTO },
    reasoning_efforts: ["high"],
    reasoning_budget: {},
  },
);
row(
  "models.dev: no reasoning, one tool at a time",
  modelsDev({
    reasoning: false,
    tool_call: { supported: true, parallel: false },
    modalities: { input: ["text"] },
  }),
  "openai/gpt-new",
  {
    capability: {
      ...TOOLS,
      tool_calling: "sequential",
      vision: false,
      ...AUTO,
    },
  },
);
row(
  "models.dev: no answer that is held to a schema",
  modelsDev({ structured_output: false }, "openrouter"),
  "openrouter/gpt-new",
  {
    capability: { ...TOOLS, structured_output: "none", vision: true, ...AUTO },
  },
);
row(
  "models.dev: tools that are not",
  modelsDev({ tool_call: { supported: false } }, "openrouter"),
  "openrouter/gpt-new",
  { capability: { ...TOOLS, tool_calling: "none", vision: true, ...AUTO } },
);

row(
  "models.dev: catalog.json, which has the providers in it",
  {
    providers: modelsDev({ limit: { context: 9000 } }),
    models: { "openai/gpt-new": { id: "openai/gpt-new" } },
  },
  "openai/gpt-new",
  { context_window: 9000 },
);
row(
  "models.dev, second version: everything",
  modelsDev({
    type: "chat",
    deprecation_date: "2027-03-01",
    modalities: { input: ["text", "image/png", "application/pdf"] },
    capabilities: {
      tools: { supported: true, strict: true },
      reasoning: {
        supported: true,
        default: { type: "effort", value: "low" },
        toggle: true,
        effort: ["none", "low", "max"],
        budget: { min: 1024 },
      },
      structured_output: true,
      temperature: false,
    },
    limit: { context: 400000, input: 272000, output: 128000 },
    api: {
      responses: {
        base_url: "https://api.openai.com/v1",
        path: "/responses",
        sdk: { aisdk: "@ai-sdk/openai" },
      },
    },
  }),
  "openai/gpt-new",
  {
    context_window: 400000,
    max_context_window: 272000,
    max_output_tokens: 128000,
    capability: { ...TOOLS, reasoning: "both", vision: true, ...AUTO },
    reasoning_efforts: ["none", "low", "max"],
    reasoning_budget: { min: 1024 },
    temperature: false,
    retires: "2027-03-01",
  },
);
row(
  "models.dev, second version: neither tools nor reasoning, images or schemas",
  modelsDev({
    modalities: { input: ["text"] },
    capabilities: {
      tools: { supported: false },
      reasoning: { supported: false },
      structured_output: false,
    },
    api: {},
  }),
  "openai/gpt-new",
  {
    capability: {
      tool_calling: "none",
      structured_output: "none",
      vision: false,
      ...AUTO,
    },
  },
);

const openrouter = (facts: object) => ({
  data: [{
    id: "a/b:free",
    canonical_slug: "a/b-2026",
    hugging_face_id: null,
    pricing: { prompt: "0.0000029999", completion: "1.2e-05", request: "0" },
    per_request_limits: null,
    expiration_date: null,
    ...facts,
  }],
});

row(
  "openrouter: everything",
  openrouter({
    context_length: 262144,
    top_provider: {
      context_length: 131072,
      max_completion_tokens: 32768,
      is_moderated: false,
    },
    supported_parameters: [
      "tools",
      "reasoning",
      "include_reasoning",
      "temperature",
    ],
    architecture: { input_modalities: ["text"], output_modalities: ["text"] },
    reasoning: {
      mandatory: false,
      supported_efforts: ["xhigh", "high", "low"],
    },
    expiration_date: "2027-05-01T00:00:00Z",
  }),
  "openrouter/a/b:free",
  {
    context_window: 262144,
    max_output_tokens: 32768,
    capability: { ...TOOLS, reasoning: "effort", vision: false, ...AUTO },
    reasoning_efforts: ["low", "high", "xhigh"],
    retires: "2027-05-01",
  },
);
row(
  "openrouter: answers that are JSON, of no schema",
  openrouter({
    supported_parameters: ["tools", "temperature", "response_format"],
  }),
  "openrouter/a/b:free",
  {
    capability: {
      ...TOOLS,
      structured_output: "json_object",
      vision: true,
      ...AUTO,
    },
  },
);
row(
  "openrouter: nulls",
  openrouter({
    context_length: null,
    top_provider: { max_completion_tokens: null },
    supported_parameters: [],
    architecture: { input_modalities: null },
    reasoning: { mandatory: true, supported_efforts: null },
  }),
  "openrouter/a/b:free",
  { capability: { ...TOOLS, reasoning: "effort", vision: true, ...AUTO } },
);
row(
  "openrouter: an older list, which says in one text what it takes",
  openrouter({ architecture: { modality: "text+image->text" } }).data,
  "openrouter/a/b:free",
  {},
);
row(
  "openrouter: an older list, of a model that sees nothing",
  openrouter({ architecture: { modality: "text->text" } }),
  "openrouter/a/b:free",
  { capability: { ...TOOLS, vision: false, ...AUTO } },
);
row(
  "openrouter: neither tools nor sampling",
  openrouter({ context_length: "8192", supported_parameters: ["max_tokens"] }),
  "openrouter/a/b:free",
  {
    context_window: 8192,
    capability: { ...TOOLS, tool_calling: "none", vision: true, ...AUTO },
    temperature: false,
  },
);

const codex = (facts: object) => ({
  models: [{
    slug: "gpt-new",
    visibility: "list",
    auto_compact_token_limit: null,
    upgrade: null,
    ...facts,
  }],
});

row(
  "codex: everything",
  codex({
    context_window: 272000,
    max_context_window: 872000,
    supported_reasoning_levels: [{ effort: "low" }, { effort: "ultra" }, {
      effort: "max",
    }],
    default_reasoning_level: "low",
    input_modalities: ["text", "image"],
    supports_parallel_tool_calls: true,
    upgrade: { model: "gpt-newer", migration_markdown: "x" },
    retirement_at: "2027-02-03T08:00:00Z",
  }),
  "codex-oauth/gpt-new",
  {
    context_window: 872000,
    max_context_window: 272000,
    reasoning_efforts: ["low", "max", "ultra"],
    retires: "2027-02-03",
    replacement: "gpt-newer",
  },
);
row(
  "codex: an end beside the model to take instead",
  codex({
    upgrade: {
      model: "gpt-newer",
      migration_markdown: "x",
      retirement_at: "2027-02-03T08:00:00Z",
    },
  }),
  "codex-oauth/gpt-new",
  { retires: "2027-02-03", replacement: "gpt-newer" },
);
row(
  "codex: a window and nothing else",
  codex({
    context_window: 272000,
    max_context_window: null,
    supports_parallel_tool_calls: false,
  }),
  "codex-oauth/gpt-new",
  {
    context_window: 272000,
    capability: {
      ...TOOLS,
      tool_calling: "sequential",
      reasoning: "effort",
      vision: true,
      ...AUTO,
    },
  },
);

for (const [what, file, ref, expected] of ROWS) {
  Deno.test(`importModels, ${what}`, async () => {
    const text = JSON.stringify(file);
    const { models, toml, missing } = await importModels({
      files: [{ file: "f.json", text }],
      catalog: BUILTIN_CATALOG,
      refs: [ref],
    });
    if (expected === undefined) {
      assert.deepEqual({ models, missing }, { models: [], missing: [ref] });
      return;
    }
    const slash = ref.indexOf("/");
    assert.deepEqual(models, [{
      id: ref.slice(slash + 1),
      provider: ref.slice(0, slash),
      ...expected,
    }]);
    const catalog = await loaded({ "models.toml": toml });
    assert.deepEqual(structuredClone(catalog.models), models);
    // Where a file says two things of a model, it is told as a conflict.
    if (what.includes("of two rows")) return;
    assert.deepEqual(
      publicDifferences(catalog, readPublicCatalog(text, "f.json"))
        .filter((one) => one.ref === ref),
      [],
    );
  });
}

async function loaded(files: Readonly<Record<string, string>>) {
  return await loadCatalog({
    system: memorySystem({
      files: Object.fromEntries(
        Object.entries(files).map(([name, text]) => [`/c/${name}`, text]),
      ),
      env: { INSOMNIA_CONFIG_DIR: "/c" },
    }),
  });
}

/** What models.dev tells of a provider, and the row or why there is none. */
const PROVIDERS: readonly (readonly [
  what: string,
  given: Readonly<Record<string, unknown>>,
  row: Readonly<Record<string, unknown>> | RegExp,
  remark?: RegExp,
])[] = [
  [
    "an address that ends as the runtime continues",
    { api: "https://integrate.api.example.com/v1/" },
    { scheme: "openai_chat", base_url: "https://integrate.api.example.com" },
  ],
  [
    "an address that the runtime calls otherwise",
    { api: "https://api.example.com/paas/v4" },
    { scheme: "openai_chat", base_url: "https://api.example.com/paas/v4" },
    /called at https:\/\/api\.example\.com\/paas\/v4\/chat\/completions, and the runtime calls https:\/\/api\.example\.com\/paas\/v4\/v1\/chat\/completions/,
  ],
  [
    "another protocol",
    { npm: "@ai-sdk/anthropic", api: "https://api.example.com/anthropic/v1" },
    { scheme: "anthropic", base_url: "https://api.example.com/anthropic" },
  ],
  [
    "the protocol's own address",
    { npm: "@ai-sdk/openai", api: undefined },
    { scheme: "openai_responses" },
  ],
  [
    "an address with its version",
    { npm: "@ai-sdk/openai", api: "https://api.example.com/v1" },
    { scheme: "openai_responses", base_url: "https://api.example.com/v1" },
  ],
  [
    "an unknown protocol",
    { npm: "@ai-sdk/groq" },
    /its protocol is unknown/,
  ],
  [
    "a name of JavaScript's",
    { npm: "constructor" },
    /its protocol is unknown/,
  ],
  [
    "two variables",
    { env: ["ACCOUNT", "KEY"] },
    /not one variable .*ACCOUNT, KEY/,
  ],
  ["no variable", { env: [] }, /none is named/],
  ["no name of a variable", { env: ["A KEY"] }, /not one variable/],
  [
    "an address with a variable",
    { api: "https://api.example.com/${ACCOUNT}/v1" },
    /its address is not fixed/,
  ],
  [
    "no address",
    { api: undefined },
    /no address is named/,
  ],
  [
    "an address with a user's name",
    { api: "https://user@example.com/v1" },
    /its address is not fixed/,
  ],
];

for (const [what, given, expected, remark] of PROVIDERS) {
  Deno.test(`importModels, a provider with ${what}`, async () => {
    const text = JSON.stringify({
      acme: {
        id: "acme",
        name: "Acme AI",
        npm: "@ai-sdk/openai-compatible",
        api: "https://api.example.com/v1",
        env: ["ACME_API_KEY"],
        ...given,
        models: {
          "m/1": { id: "m/1", limit: { context: 9000 }, reasoning: false },
        },
      },
    });
    const imported = await importModels({
      files: [{ file: "api.json", text }],
      catalog: BUILTIN_CATALOG,
      refs: [],
      only: ["acme"],
    });
    if (expected instanceof RegExp) {
      assert.deepEqual(imported.models, []);
      assert.equal(imported.providersToml, undefined);
      assert.match(
        imported.leftOut.map(({ what, why }) => `${what}: ${why}`).join("\n"),
        expected,
      );
      return;
    }
    const catalog = await loaded({
      "providers.toml": imported.providersToml!,
      "models.toml": imported.toml,
    });
    assert.deepEqual(
      structuredClone(catalog.providers.slice(0, -1)),
      structuredClone(BUILTIN_CATALOG.providers),
    );
    assert.deepEqual(structuredClone(catalog.providers.at(-1)), {
      id: "acme",
      display_name: "Acme AI",
      auth_hint: { kind: "api_key", env: "ACME_API_KEY" },
      ...expected,
    });
    assert.deepEqual(structuredClone(catalog.models), [{
      id: "m/1",
      provider: "acme",
      context_window: 9000,
    }]);
    assert.match(
      imported.remarks.map(({ why }) => why).join("\n"),
      remark ?? /^$/,
    );
  });
}

Deno.test("importModels: a provider of models.dev's second version is spoken to as most of its models", async () => {
  const spoken = (protocol: string, base_url: string, path: string) => ({
    capabilities: { tools: { supported: true }, reasoning: {} },
    limit: { context: 9000 },
    api: { [protocol]: { base_url, path } },
  });
  const chat = spoken(
    "chat-completions",
    "https://api.example.com/v1",
    "/chat/completions",
  );
  const text = JSON.stringify({
    acme: {
      id: "acme",
      name: "Acme AI",
      env: ["ACME_API_KEY"],
      models: {
        "a": spoken("converse", "https://api.example.com", "/model/a/converse"),
        "b": chat,
        "c": chat,
      },
    },
    vertex: {
      id: "vertex",
      env: ["VERTEX_KEY"],
      models: {
        "d": spoken("messages", "https://x.example.com", "/models/d:predict"),
      },
    },
  });
  const { models, providers, leftOut } = await importModels({
    files: [{ file: "api.json", text }],
    catalog: BUILTIN_CATALOG,
    refs: [],
    only: ["acme", "vertex"],
  });
  assert.deepEqual(providers.at(-1), {
    id: "acme",
    display_name: "Acme AI",
    scheme: "openai_chat",
    base_url: "https://api.example.com",
    auth_hint: { kind: "api_key", env: "ACME_API_KEY" },
  });
  assert.deepEqual(models.map(({ id }) => id), ["b", "c"]);
  assert.deepEqual(leftOut, [
    { what: "vertex", why: "its protocol is unknown (`messages`)" },
    {
      what: "acme/a",
      why: "it is spoken to otherwise than its provider's other models",
    },
  ]);
});

Deno.test("importModels: a provider that the user's file lacks is the builtin one", async () => {
  const providers = BUILTIN_CATALOG.providers.filter(({ id }) =>
    id !== "openai"
  );
  const { providersToml } = await importModels({
    files: [{ file: "f", text: JSON.stringify(litellm("gpt-new", {})) }],
    catalog: { ...BUILTIN_CATALOG, providers, models: [] },
    refs: ["openai/gpt-new"],
  });
  const catalog = await loaded({
    "providers.toml": providersToml!,
    "models.toml": "",
  });
  assert.deepEqual(
    structuredClone(catalog.providers.at(-1)),
    structuredClone(
      BUILTIN_CATALOG.providers.find(({ id }) => id === "openai"),
    ),
  );
});

Deno.test("importModels: a model that is spoken to otherwise than its provider is told, not made", async () => {
  const text = JSON.stringify({
    acme: {
      id: "acme",
      npm: "@ai-sdk/openai-compatible",
      api: "https://api.example.com/v1",
      env: ["ACME_API_KEY"],
      models: {
        a: { id: "a" },
        b: { id: "b", provider: { npm: "@ai-sdk/anthropic" } },
        c: { id: "c", provider: { shape: "responses" } },
        d: { id: "d", provider: { npm: "@ai-sdk/openai-compatible" } },
      },
    },
  });
  const { models, leftOut } = await importModels({
    files: [{ file: "api.json", text }],
    catalog: BUILTIN_CATALOG,
    refs: [],
    models: "acme/*",
  });
  assert.deepEqual(models.map(({ id }) => id), ["a", "d"]);
  assert.deepEqual(leftOut.map(({ what }) => what), ["acme/b", "acme/c"]);
});

Deno.test("importModels: a note that a model goes is written once, and goes with it", async () => {
  const imported = async (facts: object, note: string | undefined) => {
    const { models } = await importModels({
      files: [{ file: "f", text: JSON.stringify(modelsDev(facts)) }],
      catalog: {
        ...BUILTIN_CATALOG,
        models: [{
          id: "gpt-new",
          provider: "openai",
          ...note !== undefined && { note },
        }],
      },
      refs: ["openai/gpt-new"],
    });
    return models[0]?.note;
  };
  const going = { status: "deprecated" };
  assert.equal(await imported(going, "Slow."), `Slow. ${GOING}`);
  assert.equal(await imported(going, `Slow. ${GOING}`), `Slow. ${GOING}`);
  assert.equal(await imported({}, `Slow. ${GOING}`), "Slow.");
  assert.equal(await imported({}, GOING), undefined);
});

Deno.test("importModels: a model that has learned to call tools does", async () => {
  const text = JSON.stringify(modelsDev({ tool_call: true }));
  const catalog = (tool_calling: "none" | "sequential") => ({
    ...BUILTIN_CATALOG,
    models: [{
      id: "gpt-new",
      provider: "openai",
      capability: { ...TOOLS, tool_calling, vision: true, ...AUTO },
    }],
  });
  const learned = async (before: "none" | "sequential") => {
    const { models } = await importModels({
      files: [{ file: "f", text }],
      catalog: catalog(before),
      refs: ["openai/gpt-new"],
    });
    return models[0]?.capability?.tool_calling;
  };
  assert.equal(await learned("none"), "parallel");
  assert.equal(await learned("sequential"), "sequential");
  const found = (before: "none" | "sequential") =>
    publicDifferences(catalog(before), readPublicCatalog(text, "f"));
  assert.deepEqual(found("none").map(({ fact, theirs }) => [fact, theirs]), [
    ["tool_calling", "some"],
  ]);
  assert.deepEqual(found("sequential"), []);
});

/** What is made of several files of models.dev, with one model. */
async function imported(...rows: object[]) {
  return await importModels({
    files: rows.map((row, at) => ({
      file: `${at}`,
      text: JSON.stringify(modelsDev(row)),
    })),
    catalog: BUILTIN_CATALOG,
    refs: ["openai/gpt-new"],
  });
}

Deno.test("importModels: files disagree whether a model reasons", async () => {
  const none = { reasoning: false };
  const labels = {
    reasoning: true,
    reasoning_options: [{ type: "effort", values: ["low", "high"] }],
  };
  const first = await imported(none, labels);
  assert.deepEqual(first.models.map((row) => row.reasoning_efforts), [
    undefined,
  ]);
  assert.equal(first.models[0]?.capability?.reasoning, undefined);
  const second = await imported(labels, none);
  assert.deepEqual(second.models[0]?.reasoning_efforts, ["low", "high"]);
  assert.equal(second.models[0]?.capability?.reasoning ?? "effort", "effort");
  for (const { conflicts } of [first, second]) {
    assert.deepEqual(conflicts.map(({ fact }) => fact), ["reasoning"]);
  }
  assert.deepEqual((await imported(labels, labels)).conflicts, []);
});

Deno.test("importModels: files disagree whether a model calls tools, and one may say more", async () => {
  const said = async (...rows: object[]) => {
    const { models, conflicts } = await imported(...rows);
    const how = models[0]?.capability?.tool_calling ?? "parallel";
    return [how, ...conflicts.map(({ fact }) => fact)];
  };
  const calls = { tool_call: true };
  const none = { tool_call: false };
  const one = { tool_call: { supported: true, parallel: false } };
  assert.deepEqual(await said(calls, one), ["sequential"]);
  assert.deepEqual(await said(one, calls), ["sequential"]);
  assert.deepEqual(await said(calls, none), ["parallel", "tool_calling"]);
  assert.deepEqual(await said(none, calls), ["none", "tool_calling"]);
});

Deno.test("importModels: changes of rows come before the rows that go", async () => {
  const { changes } = await importModels({
    files: [{ file: "f", text: JSON.stringify(modelsDev({})) }],
    catalog: BUILTIN_CATALOG,
    refs: ["openai/gpt-new"],
  });
  const facts = changes.map(({ fact }) => fact);
  assert.equal(facts[0], "added");
  assert.deepEqual(new Set(facts.slice(1)), new Set(["removed"]));
});

Deno.test("importModels: a row stays and is told where a file has its provider alone", async () => {
  const { models, unlisted } = await importModels({
    files: [{ file: "f", text: JSON.stringify(codex({})) }],
    catalog: BUILTIN_CATALOG,
    refs: ["codex-oauth/gpt-5.5", "openai/gpt-5.5", "codex-oauth/gpt-new"],
  });
  assert.equal(models.length, 3);
  assert.deepEqual(unlisted, ["codex-oauth/gpt-5.5"]);
});

Deno.test("importModels: a provider as its catalog names it, and not we", async () => {
  const { unmatched } = await importModels({
    files: [{ file: "f", text: JSON.stringify(modelsDev({}, "google")) }],
    catalog: BUILTIN_CATALOG,
    refs: [],
    only: ["google"],
  });
  assert.deepEqual(unmatched, [
    { what: "google", help: "did you mean `gemini`?" },
  ]);
});

Deno.test("importModels: a pattern of ids alone brings no providers that nobody named", async () => {
  const text = JSON.stringify(modelsDev({}, "acme"));
  const { models, leftOut } = await importModels({
    files: [{ file: "api.json", text }],
    catalog: BUILTIN_CATALOG,
    refs: [],
    models: "gpt-*",
  });
  assert.deepEqual({ models, leftOut }, { models: [], leftOut: [] });
});
