import assert from "node:assert/strict";
import type { Catalog } from "../../lib/catalog/catalog.ts";
import type { CatalogModel } from "../../lib/catalog/models_schema.ts";
import { parseModels } from "../../lib/catalog/parse_catalog.ts";
import { importModels } from "../../lib/catalog/public/import_models.ts";
import { publicDifferences } from "../../lib/catalog/public/public_differences.ts";
import { readPublicCatalog } from "../../lib/catalog/public/read_public_catalog.ts";
import { catalogReport } from "../../scripts/catalog.ts";
import { BUILTIN_CATALOG } from "./builtin_catalog.ts";

/** What a public catalog says of some builtin rows, in its own words. */
type Said = Readonly<Record<string, unknown>>;

const rowsOf = (provider: string) =>
  BUILTIN_CATALOG.models.filter((model) => model.provider === provider);
const seesImages = (row: CatalogModel) => row.capability?.vision ?? true;

/** The builtin rows as models.dev would have them. */
function modelsDev(changes: Said = {}): string {
  const models = (provider: string) =>
    Object.fromEntries(
      rowsOf(provider).map((row) => [row.id, {
        id: row.id,
        limit: {
          context: row.context_window,
          input: row.max_context_window ?? row.context_window,
          output: row.max_output_tokens,
        },
        temperature: row.temperature ?? true,
        modalities: { input: seesImages(row) ? ["text", "image"] : ["text"] },
        reasoning_options: [
          ...row.reasoning_efforts
            ? [{ type: "effort", values: row.reasoning_efforts }]
            : [],
          ...row.reasoning_budget
            ? [{ type: "budget_tokens", ...row.reasoning_budget }]
            : [],
        ],
        ...changes[row.id] as object | undefined,
      }]),
    );
  return JSON.stringify({
    anthropic: { id: "anthropic", models: models("anthropic") },
    google: { id: "google", models: models("gemini") },
    openai: { id: "openai", models: models("openai") },
    groq: { id: "groq", models: { x: { id: "x", limit: { context: 5 } } } },
  });
}

/** The builtin rows as LiteLLM would have them. */
function litellm(changes: Said = {}): string {
  const rows = [...rowsOf("anthropic"), ...rowsOf("openai")].map((row) => [
    row.id,
    {
      litellm_provider: row.provider,
      mode: "chat",
      max_input_tokens: row.max_context_window ?? row.context_window,
      max_output_tokens: row.max_output_tokens,
      supports_vision: true,
      ...row.reasoning_efforts && {
        supports_xhigh_reasoning_effort: row.reasoning_efforts.includes(
          "xhigh",
        ),
        supports_max_reasoning_effort: row.reasoning_efforts.includes("max"),
      },
      ...changes[row.id] as object | undefined,
    },
  ]);
  return JSON.stringify({
    sample_spec: { litellm_provider: "one of them", deprecation_date: "a day" },
    ...Object.fromEntries(rows),
    "text-embedding": { litellm_provider: "openai", mode: "embedding" },
  });
}

/** The builtin rows as OpenRouter would have them. */
function openrouter(changes: Said = {}): string {
  return JSON.stringify({
    data: rowsOf("openrouter").map((row) => ({
      id: row.id,
      context_length: row.context_window,
      top_provider: { max_completion_tokens: row.max_output_tokens },
      supported_parameters: row.temperature === false
        ? ["tools"]
        : ["tools", "temperature"],
      architecture: { input_modalities: ["text", "image"] },
      expiration_date: null,
      pricing: { prompt: "0.0000029999" },
      ...changes[row.id] as object | undefined,
    })),
  });
}

/** The builtin rows as Codex would have them. */
function codex(changes: Said = {}): string {
  return JSON.stringify({
    models: rowsOf("codex-oauth").map((row) => ({
      slug: row.id,
      context_window: row.max_context_window,
      max_context_window: row.context_window,
      supported_reasoning_levels: row.reasoning_efforts!.map((effort) => ({
        effort,
      })),
      ...row.replacement && { upgrade: { model: row.replacement } },
      ...changes[row.id] as object | undefined,
    })),
  });
}

const ONE = "claude-opus-5-5";
const TWO = "claude-sonnet-4-6";
const GPT = "gpt-6.2-sol";

/** Twelve planted differences in each, as `ref fact`. */
const PLANTED: readonly (readonly [
  name: string,
  make: (changes?: Said) => string,
  changes: Said,
  expected: readonly string[],
])[] = [
  ["models.dev", modelsDev, {
    [ONE]: {
      limit: { context: 5, output: 6 },
      temperature: true,
      modalities: { input: ["text"] },
      reasoning_options: [{ type: "effort", values: ["low"] }],
    },
    [TWO]: {
      limit: { context: 1000000, input: 7, output: 128000 },
      temperature: false,
      reasoning_options: [{ type: "budget_tokens", min: 1, max: 2 }],
    },
    [GPT]: {
      limit: { context: 9, input: 8, output: 1 },
      reasoning_options: [{ type: "effort", values: ["none"] }],
    },
  }, [
    `anthropic/${ONE} context_window`,
    `anthropic/${ONE} max_output_tokens`,
    `anthropic/${ONE} temperature`,
    `anthropic/${ONE} vision`,
    `anthropic/${ONE} reasoning_efforts`,
    `anthropic/${TWO} max_context_window`,
    `anthropic/${TWO} temperature`,
    `anthropic/${TWO} reasoning_budget`,
    `openai/${GPT} context_window`,
    `openai/${GPT} max_context_window`,
    `openai/${GPT} max_output_tokens`,
    `openai/${GPT} reasoning_efforts`,
  ]],
  ["litellm", litellm, {
    [ONE]: {
      deprecation_date: "2027-01-01",
      max_input_tokens: 4,
      max_output_tokens: 5,
      supports_vision: false,
    },
    [TWO]: {
      deprecation_date: "2027-01-02",
      max_input_tokens: 4,
      max_output_tokens: 5,
      supports_vision: false,
    },
    [GPT]: {
      deprecation_date: "2027-01-03",
      max_input_tokens: 4,
      max_output_tokens: 5,
      supports_max_reasoning_effort: false,
    },
  }, [
    `anthropic/${ONE} retires`,
    `anthropic/${TWO} retires`,
    `openai/${GPT} retires`,
    ...[`anthropic/${ONE}`, `anthropic/${TWO}`, `openai/${GPT}`].flatMap((
      ref,
    ) => [`${ref} max_context_window`, `${ref} max_output_tokens`]),
    `anthropic/${ONE} vision`,
    `anthropic/${TWO} vision`,
    `openai/${GPT} reasoning_efforts`,
  ]],
  ["openrouter", openrouter, {
    "anthropic/claude-opus-5.5": {
      expiration_date: "2027-01-01",
      context_length: 5,
      top_provider: { max_completion_tokens: 4 },
      supported_parameters: ["tools", "temperature"],
      architecture: { input_modalities: ["text"] },
    },
    "openai/gpt-6-luna": {
      expiration_date: "2027-01-02T00:00:00Z",
      context_length: 5,
      top_provider: { max_completion_tokens: 4 },
      supported_parameters: ["tools", "temperature"],
      architecture: { input_modalities: ["text"] },
    },
    "openai/gpt-5.5": {
      context_length: 5,
      top_provider: { max_completion_tokens: 4 },
    },
  }, [
    ...["anthropic/claude-opus-5.5", "openai/gpt-6-luna"].flatMap((id) =>
      [
        "retires",
        "context_window",
        "max_output_tokens",
        "temperature",
        "vision",
      ].map((fact) => `openrouter/${id} ${fact}`)
    ),
    "openrouter/openai/gpt-5.5 context_window",
    "openrouter/openai/gpt-5.5 max_output_tokens",
  ]],
  ["codex", codex, {
    "gpt-5.5": {
      context_window: 1,
      max_context_window: 2,
      retirement_at: "2027-01-01",
      upgrade: { model: "x" },
      supported_reasoning_levels: [{ effort: "low" }],
    },
    "gpt-6-luna": {
      context_window: 1,
      max_context_window: 2,
      retirement_at: "2027-01-02T08:00:00Z",
      upgrade: { model: "x" },
      supported_reasoning_levels: [{ effort: "low" }],
    },
    "gpt-6-sol": { context_window: 1, input_modalities: ["text"] },
  }, [
    ...["gpt-5.5", "gpt-6-luna"].flatMap((id) =>
      [
        "retires",
        "replacement",
        "context_window",
        "max_context_window",
        "reasoning_efforts",
      ].map((fact) => `codex-oauth/${id} ${fact}`)
    ),
    "codex-oauth/gpt-6-sol max_context_window",
    "codex-oauth/gpt-6-sol vision",
  ]],
];

for (const [name, make, changes, expected] of PLANTED) {
  Deno.test(`publicDifferences: exactly the twelve that were planted in ${name}`, () => {
    assert.equal(readPublicCatalog(make(), "f").format, name);
    assert.deepEqual(
      publicDifferences(BUILTIN_CATALOG, readPublicCatalog(make(), "f")),
      [],
    );
    const found = publicDifferences(
      BUILTIN_CATALOG,
      readPublicCatalog(make(changes), "f"),
    ).map(({ ref, fact }) => `${ref} ${fact}`);
    assert.equal(expected.length, 12);
    assert.deepEqual([...found].sort(), [...expected].sort());
    const lastDay = found.findLastIndex((line) => line.endsWith(" retires"));
    assert.ok(
      found.slice(0, lastDay + 1).every((line) => line.endsWith(" retires")),
    );
  });
}

/** How an end can be written, and what day of UTC it is. */
const DAYS: readonly (readonly [written: unknown, day: string | undefined])[] =
  [
    ["2027-01-05", "2027-01-05"],
    ["2027-1-5", "2027-01-05"],
    ["2027/01/05", "2027-01-05"],
    ["2027-01-05T00:00:00Z", "2027-01-05"],
    ["2027-01-05T00:00:00.000Z", "2027-01-05"],
    ["2027-01-05 12:00:00", "2027-01-05"],
    ["2027-01-05T01:00:00+02:00", "2027-01-04"],
    ["2027-01-04T23:00:00-0800", "2027-01-05"],
    ["January 5th, 2027", "2027-01-05"],
    ["Jan 5, 2027", "2027-01-05"],
    ["5 January 2027", "2027-01-05"],
    ["22nd Nov. 2027", "2027-11-22"],
    [1799107200, "2027-01-05"],
    ["2027-02-30", undefined],
    ["January 2027", undefined],
    ["5 January 6, 2027", undefined],
    ["soon", undefined],
    ["", undefined],
    [null, undefined],
    [5, undefined],
  ];

for (const [written, day] of DAYS) {
  Deno.test(`readPublicCatalog: an end of ${JSON.stringify(written)} is ${day}`, () => {
    const { models } = readPublicCatalog(
      openrouter({ "openai/gpt-5.5": { expiration_date: written } }),
      "f",
    );
    assert.equal(
      models.find(({ id }) => id === "openai/gpt-5.5")?.retires,
      day,
    );
  });
}

/** One thing changed, and the difference that it is; none where it says nothing. */
const VARIATIONS: readonly (readonly [
  what: string,
  text: string,
  ...differences: string[],
])[] = [
  [
    "a number as text",
    openrouter({ "openai/gpt-5.5": { context_length: "1050000" } }),
  ],
  [
    "a decimal number as text",
    openrouter({ "openai/gpt-5.5": { context_length: "1050000.0" } }),
  ],
  [
    "another number as text",
    openrouter({ "openai/gpt-5.5": { context_length: "5" } }),
    "openrouter/openai/gpt-5.5 context_window",
  ],
  [
    "half a token",
    openrouter({ "openai/gpt-5.5": { context_length: 5.5 } }),
  ],
  [
    "fields that are missing",
    modelsDev({
      [ONE]: {
        limit: undefined,
        modalities: undefined,
        reasoning_options: undefined,
        temperature: undefined,
      },
    }),
  ],
  [
    "labels in another order",
    modelsDev({
      [ONE]: {
        reasoning_options: [{
          type: "effort",
          values: ["max", "xhigh", "high", "medium", "low"],
        }],
      },
    }),
  ],
  [
    "a status",
    modelsDev({ [ONE]: { status: "deprecated" }, [TWO]: { status: "beta" } }),
    `anthropic/${ONE} deprecated`,
  ],
  [
    "a model that is hidden",
    codex({
      "gpt-5.5": { visibility: "hide" },
      "gpt-6-sol": { visibility: "list" },
    }),
    "codex-oauth/gpt-5.5 deprecated",
  ],
  [
    "a hidden model whose end is known: the end says it",
    codex({
      "gpt-5.5": { visibility: "hide", retirement_at: "2027-01-01" },
    }),
    "codex-oauth/gpt-5.5 retires",
  ],
  [
    "no label above `high`",
    litellm({
      "gpt-5.5": {
        supports_xhigh_reasoning_effort: false,
        supports_max_reasoning_effort: false,
      },
    }),
    "openai/gpt-5.5 reasoning_efforts",
  ],
  [
    "no reasoning at all",
    litellm({
      "claude-haiku-4-5": {
        supports_reasoning: false,
        supports_max_reasoning_effort: false,
      },
    }),
    "anthropic/claude-haiku-4-5 reasoning",
  ],
];

for (const [what, text, ...expected] of VARIATIONS) {
  Deno.test(`publicDifferences: ${what}: ${expected.join(", ") || "nothing"}`, () => {
    assert.deepEqual(
      publicDifferences(BUILTIN_CATALOG, readPublicCatalog(text, "f"))
        .map(({ ref, fact }) => `${ref} ${fact}`),
      expected,
    );
  });
}

Deno.test("catalogReport: a model that goes stands with the dates", () => {
  const files = [
    readPublicCatalog(
      modelsDev({ [TWO]: { status: "deprecated", temperature: false } }),
      "a.json",
    ),
  ];
  assert.deepEqual(catalogReport(BUILTIN_CATALOG, files), [
    `anthropic/${TWO}: a.json has it as deprecated, and the row knows no end`,
    `anthropic/${TWO} temperature: the row says true, a.json says false`,
  ]);
});

Deno.test("catalogReport: what is missing, and where files disagree", () => {
  const { models, ...rest } = JSON.parse(codex());
  const files = [
    readPublicCatalog(litellm({ [ONE]: { max_output_tokens: 5 } }), "a.json"),
    readPublicCatalog(modelsDev(), "b.json"),
    readPublicCatalog(
      JSON.stringify({ ...rest, models: models.slice(1) }),
      "c.json",
    ),
  ];
  assert.deepEqual(catalogReport(BUILTIN_CATALOG, files), [
    `anthropic/${ONE} max_output_tokens: the row says 128000, a.json says 5`,
    "codex-oauth/gpt-5.5: c.json has the provider, and not the model",
    `anthropic/${ONE} max_output_tokens: a.json says 5, b.json says 128000`,
  ]);
});

async function loaded(toml: string): Promise<Catalog> {
  const { models, retired } = await parseModels(
    toml,
    "models.toml",
    BUILTIN_CATALOG.providers,
  );
  return { ...BUILTIN_CATALOG, models, retired };
}

for (const [name, make, changes] of PLANTED) {
  Deno.test(`importModels: what is made of ${name} loads, and the file finds no difference in it`, async () => {
    const refs = BUILTIN_CATALOG.models.map(({ provider, id }) =>
      `${provider}/${id}`
    );
    const { toml, missing, changes: made } = await importModels({
      files: [{ file: "f.json", text: make(changes) }],
      catalog: BUILTIN_CATALOG,
      refs,
    });
    assert.deepEqual(missing, []);
    assert.ok(made.length >= 12);
    const catalog = await loaded(toml);
    assert.equal(catalog.models.length, refs.length);
    assert.deepEqual(
      publicDifferences(catalog, readPublicCatalog(make(changes), "f.json")),
      [],
    );
  });
}

Deno.test("importModels: an unknown stays unset, and a limit of the input is no window", async () => {
  const text = JSON.stringify({
    "gpt-new": {
      litellm_provider: "openai",
      mode: "chat",
      max_input_tokens: 300000,
      deprecation_date: "2027-03-01",
    },
  });
  const { toml, changes } = await importModels({
    files: [{ file: "f.json", text }],
    catalog: BUILTIN_CATALOG,
    refs: ["codex-oauth/gpt-5.5", "openai/nowhere"],
    models: "gpt-n*",
  });
  const { models } = await loaded(toml);
  assert.deepEqual(structuredClone(models.find(({ id }) => id === "gpt-new")), {
    id: "gpt-new",
    provider: "openai",
    max_context_window: 300000,
    retires: "2027-03-01",
  });
  assert.match(toml, /^retires = 2027-03-01$/m);
  assert.match(toml, /^# litellm: f\.json, sha256 [0-9a-f]{64}$/m);
  // What is not in the file stays as it is, and what goes is said.
  assert.equal(models.length, 2);
  assert.ok(
    changes.some(({ ref, fact }) =>
      ref === "openai/gpt-5.5" && fact === "removed"
    ),
  );
});

Deno.test("importModels: of two files the first is taken, and the conflict told", async () => {
  const { models, conflicts } = await importModels({
    files: [
      { file: "a", text: codex({ "gpt-5.5": { context_window: 7 } }) },
      { file: "b", text: codex() },
    ],
    catalog: BUILTIN_CATALOG,
    refs: ["codex-oauth/gpt-5.5"],
  });
  assert.equal(models[0]?.max_context_window, 7);
  assert.deepEqual(conflicts, [{
    ref: "codex-oauth/gpt-5.5",
    fact: "max_context_window",
    values: [{ file: "a", value: 7 }, { file: "b", value: 272000 }],
  }]);
});

Deno.test("readPublicCatalog: what is none of them is an error", () => {
  for (
    const text of [
      "[]",
      "{}",
      "5",
      "{",
      '{"models":[]}',
      '{"a":{"b":1}}',
      '{"data":[]}',
      // Lists of other servers, whose models are not OpenRouter's.
      '{"object":"list","data":[{"id":"gpt-4o","owned_by":"openai"}]}',
      '{"data":[{"type":"model","id":"claude-opus-4-8"}],"has_more":false}',
      '{"data":[{"id":"gpt-5.5","model":"gpt-5.5","displayName":"x"}]}',
      '{"models":[{"name":"llama3:8b","model":"llama3:8b"}]}',
    ]
  ) {
    assert.throws(() => readPublicCatalog(text, "f"), {
      code: "import-unreadable",
    });
  }
});

Deno.test("readPublicCatalog: of a file without anything it says so", () => {
  assert.throws(() => readPublicCatalog("\n", "<stdin>"), /it is empty/);
});
