import assert from "node:assert/strict";
import type { Catalog } from "../../../lib/catalog/catalog.ts";
import type { CatalogModel } from "../../../lib/catalog/models_schema.ts";
import type { ReasoningControl } from "../../../lib/schema/capability.ts";
import type {
  ModelInput,
  Quality,
  WireScheme,
} from "../../../lib/schema/model.ts";
import type { WorkerInput } from "../../../lib/schema/worker.ts";
import { manifestizeWith } from "../manifest_inputs.ts";

type Control = ReasoningControl | "none";

function capability(reasoning: Control) {
  return {
    tool_calling: "parallel",
    structured_output: "none",
    ...reasoning !== "none" && { reasoning },
    prompt_caching: { kind: "auto" },
  } as const;
}

/** A catalog of one model, `acme/x`. */
function catalogOf(
  scheme: WireScheme,
  control: Control,
  more: Partial<CatalogModel>,
): Catalog {
  return {
    providers: [{
      id: "acme",
      display_name: "Acme",
      scheme,
      auth_hint: { kind: "none" },
    }],
    models: [{
      id: "x",
      provider: "acme",
      context_window: 1_000_000,
      capability: capability(control),
      ...more,
    }],
    origin: { providers: "given", models: "given" },
    sha256: "0".repeat(64),
  };
}

/** What a profile with a quality comes to: reasoning, max_tokens, and what is said. */
function asked(
  quality: Quality | undefined,
  scheme: WireScheme,
  control: Control,
  more: Partial<CatalogModel> = {},
  worker: WorkerInput = {},
  model: Partial<ModelInput> = {},
): string {
  const { manifest, problems } = manifestizeWith({
    model: { ref: "acme/x", ...quality && { quality }, ...model },
    worker,
  }, { catalog: catalogOf(scheme, control, more) });
  const { reasoning = "-", max_tokens = "-" } = manifest?.worker ?? {};
  const said = problems.map(({ severity, code, path }) =>
    ` ${severity}:${code}@${path.join(".")}`
  );
  return `${reasoning} ${max_tokens}${said.join("")}`;
}

const ADJUSTED = " note:quality-adjusted@model.quality";
const NO_EFFECT = " warning:quality-without-effect@model.quality";

const QUALITIES: readonly (readonly [
  quality: Quality,
  scheme: WireScheme,
  control: Control,
  more: Partial<CatalogModel>,
  worker: WorkerInput,
  expected: string,
])[] = [
  // Efforts: of the labels the highest that is not above the wish, else the lowest.
  ["low", "openai_chat", "effort", {}, {}, "low -"],
  ["balanced", "openai_chat", "both", {}, {}, "medium -"],
  ["high", "openai_responses", "effort", {}, {}, "high -"],
  ["max", "openai_responses", "effort", {}, {}, "high -"],
  [
    "max",
    "openai_chat",
    "effort",
    { reasoning_efforts: ["low", "max", "xhigh"] },
    {},
    "max -",
  ],
  [
    "max",
    "openai_chat",
    "effort",
    { reasoning_efforts: ["ultra", "medium"] },
    {},
    "medium -",
  ],
  [
    "high",
    "openai_chat",
    "effort",
    { reasoning_efforts: ["low", "medium"] },
    {},
    `medium -${ADJUSTED}`,
  ],
  [
    "low",
    "openai_chat",
    "effort",
    { reasoning_efforts: ["high", "xhigh"] },
    {},
    `high -${ADJUSTED}`,
  ],
  [
    "low",
    "openai_chat",
    "effort",
    { reasoning_efforts: ["minimal", "high"] },
    {},
    `minimal -${ADJUSTED}`,
  ],
  [
    "high",
    "openai_chat",
    "effort",
    { reasoning_efforts: ["ultra", "High"] },
    {},
    `- -${NO_EFFECT}`,
  ],
  // Never a kind that the scheme does not send, or the model does not take.
  ["max", "openai_chat", "budget_tokens", {}, {}, `- -${NO_EFFECT}`],
  ["max", "openai_responses", "none", {}, {}, `- -${NO_EFFECT}`],
  ["low", "anthropic", "effort", {}, {}, `- -${NO_EFFECT}`],
  ["high", "gemini", "effort", {}, {}, `- -${NO_EFFECT}`],
  // Budgets: shares of the window, below the longest answer (unknown: 32000).
  ["low", "anthropic", "budget_tokens", {}, {}, "- -"],
  ["balanced", "anthropic", "budget_tokens", {}, {}, "20000 28192"],
  ["high", "anthropic", "both", {}, {}, `23808 32000${ADJUSTED}`],
  [
    "high",
    "anthropic",
    "both",
    { max_output_tokens: 128000 },
    {},
    "80000 88192",
  ],
  [
    "max",
    "anthropic",
    "both",
    { max_output_tokens: 128000 },
    {},
    `119808 128000${ADJUSTED}`,
  ],
  [
    "max",
    "anthropic",
    "both",
    { max_output_tokens: 128000, reasoning_budget: { max: 50000 } },
    {},
    `50000 58192${ADJUSTED}`,
  ],
  [
    "balanced",
    "anthropic",
    "both",
    { reasoning_budget: { min: 21000 } },
    {},
    `21000 29192${ADJUSTED}`,
  ],
  // The window halved bounds them, too.
  ["high", "anthropic", "both", { context_window: 40000 }, {}, "3200 11392"],
  [
    "balanced",
    "anthropic",
    "both",
    { context_window: 20000 },
    {},
    `1024 9216${ADJUSTED}`,
  ],
  [
    "max",
    "anthropic",
    "both",
    { context_window: 4096 },
    {},
    `1024 2048${ADJUSTED}`,
  ],
  ["max", "anthropic", "both", { context_window: 4094 }, {}, `- -${NO_EFFECT}`],
  // A written limit: half of a small one is left for the answer, never fewer than 1024.
  ["high", "anthropic", "both", { max_output_tokens: 128000 }, {
    max_tokens: 50000,
  }, `41808 50000${ADJUSTED}`],
  ["high", "anthropic", "both", { max_output_tokens: 128000 }, {
    max_tokens: 16384,
  }, `8192 16384${ADJUSTED}`],
  ["high", "anthropic", "both", { max_output_tokens: 128000 }, {
    max_tokens: 10001,
  }, `5001 10001${ADJUSTED}`],
  ["high", "anthropic", "both", { max_output_tokens: 128000 }, {
    max_tokens: 2048,
  }, `1024 2048${ADJUSTED}`],
  ["high", "anthropic", "both", { max_output_tokens: 128000 }, {
    max_tokens: 2047,
  }, `- 2047${NO_EFFECT}`],
  ["high", "anthropic", "both", { max_output_tokens: 1000 }, {
    max_tokens: 2048,
  }, `- 2048 warning:max-tokens@worker.max_tokens${NO_EFFECT}`],
  // On gemini the wish of `low` is the minimum, and nothing is said of the answer.
  ["low", "gemini", "budget_tokens", {}, {}, "1024 -"],
  [
    "low",
    "gemini",
    "budget_tokens",
    { reasoning_budget: { min: 512, max: 24576 } },
    {},
    "512 -",
  ],
  [
    "max",
    "gemini",
    "both",
    { max_output_tokens: 65536, reasoning_budget: { min: 512, max: 24576 } },
    {},
    `24576 -${ADJUSTED}`,
  ],
  // A model that thinks without being asked, or answers at length.
  [
    "low",
    "anthropic",
    "budget_tokens",
    { default_max_tokens: 16384 },
    {},
    "- 16384",
  ],
  [
    "low",
    "anthropic",
    "budget_tokens",
    { default_max_tokens: 16384, max_output_tokens: 9000 },
    {},
    "- 9000",
  ],
  [
    "balanced",
    "anthropic",
    "budget_tokens",
    { default_max_tokens: 16384 },
    {},
    "20000 28192",
  ],
  ["low", "anthropic", "budget_tokens", { default_max_tokens: 16384 }, {
    max_tokens: 5,
  }, "- 5"],
  ["low", "openai_chat", "effort", { default_max_tokens: 16384 }, {}, "low -"],
  // What is written wins.
  ["max", "openai_chat", "effort", {}, { reasoning: "low" }, "low -"],
];

for (const [quality, scheme, control, more, worker, expected] of QUALITIES) {
  const shown = JSON.stringify({ ...more, ...worker });
  Deno.test(`thinking: quality ${quality} on ${scheme} with ${control}, ${shown}`, () => {
    assert.equal(asked(quality, scheme, control, more, worker), expected);
  });
}

Deno.test("thinking: a context budget lowers what is taken of the window", () => {
  const more = { max_output_tokens: 128000 };
  assert.equal(
    asked("high", "anthropic", "both", more, {}, { context_budget: "medium" }),
    "10240 18432",
  );
  assert.equal(
    asked(undefined, "anthropic", "both", more, {
      reasoning: { ratio: 0.5 },
    }, { context_budget: 0.1 }),
    "50000 58192",
  );
});

const KEPT = "@worker.reasoning";
const WRITTEN: readonly (readonly [
  worker: WorkerInput,
  scheme: WireScheme,
  control: Control,
  more: Partial<CatalogModel>,
  expected: string,
])[] = [
  [{ reasoning: "high" }, "openai_chat", "effort", {}, "high -"],
  [{ reasoning: "high" }, "openai_responses", "both", {}, "high -"],
  [{ reasoning: 5000 }, "anthropic", "budget_tokens", {}, "5000 13192"],
  [{ reasoning: -1 }, "gemini", "both", {}, "-1 -"],
  [{ reasoning: { ratio: 0.02 } }, "anthropic", "both", {}, "20000 28192"],
  // A kind that is not sent.
  [
    { reasoning: "high" },
    "anthropic",
    "both",
    {},
    `high - warning:reasoning-unsupported${KEPT}`,
  ],
  [
    { reasoning: "high" },
    "gemini",
    "effort",
    {},
    `high - warning:reasoning-unsupported${KEPT}`,
  ],
  [
    { reasoning: 5000 },
    "openai_chat",
    "both",
    {},
    `5000 - warning:reasoning-unsupported${KEPT}`,
  ],
  [
    { reasoning: 5000 },
    "anthropic",
    "effort",
    {},
    `5000 13192 warning:reasoning-unsupported${KEPT}`,
  ],
  [
    { reasoning: "high" },
    "openai_chat",
    "budget_tokens",
    {},
    `high - warning:reasoning-unsupported${KEPT}`,
  ],
  [
    { reasoning: "high" },
    "openai_chat",
    "none",
    {},
    `high - warning:reasoning-unsupported${KEPT}`,
  ],
  [
    { reasoning: 5000 },
    "anthropic",
    "none",
    {},
    `5000 13192 warning:reasoning-unsupported${KEPT}`,
  ],
  [
    { reasoning: { ratio: 0.01 } },
    "anthropic",
    "none",
    {},
    `10000 18192 warning:reasoning-unsupported${KEPT}`,
  ],
  // A ratio where only an effort is possible.
  [
    { reasoning: { ratio: 0.5 } },
    "openai_chat",
    "both",
    {},
    `- - error:reasoning-ratio${KEPT}`,
  ],
  [
    { reasoning: { ratio: 0.5 } },
    "openai_responses",
    "none",
    {},
    `- - error:reasoning-ratio${KEPT}`,
  ],
  [
    { reasoning: { ratio: 0.5 } },
    "anthropic",
    "effort",
    {},
    `- - error:reasoning-ratio${KEPT}`,
  ],
  [
    { reasoning: { ratio: 0.5 } },
    "gemini",
    "both",
    { context_window: 2 ** 40 },
    `- - error:reasoning-ratio${KEPT}`,
  ],
  // Labels.
  [
    { reasoning: "xhigh" },
    "openai_chat",
    "effort",
    {},
    `xhigh - warning:reasoning-label${KEPT}`,
  ],
  [{ reasoning: "xhigh" }, "openai_chat", "effort", {
    reasoning_efforts: ["xhigh"],
  }, "xhigh -"],
  [{ reasoning: "ultra" }, "openai_chat", "effort", {
    reasoning_efforts: ["ultra"],
  }, "ultra -"],
  [
    { reasoning: "High" },
    "openai_chat",
    "effort",
    {},
    `High - warning:reasoning-label${KEPT}`,
  ],
  // Budgets.
  [
    { reasoning: 5000, max_tokens: 5000 },
    "anthropic",
    "both",
    {},
    `5000 5000 warning:reasoning-budget${KEPT}`,
  ],
  [{ reasoning: 5000, max_tokens: 5001 }, "anthropic", "both", {}, "5000 5001"],
  [
    { reasoning: 200000 },
    "anthropic",
    "both",
    { max_output_tokens: 128000 },
    `200000 128000 warning:reasoning-budget${KEPT}`,
  ],
  [
    { reasoning: 70000 },
    "gemini",
    "both",
    { max_output_tokens: 65536 },
    `70000 - warning:reasoning-budget${KEPT}`,
  ],
  [
    { reasoning: 1023 },
    "anthropic",
    "both",
    {},
    `1023 9215 warning:reasoning-budget${KEPT}`,
  ],
  [{ reasoning: 1024 }, "anthropic", "both", {}, "1024 9216"],
  [
    { reasoning: 0 },
    "anthropic",
    "both",
    {},
    `0 8192 warning:reasoning-budget${KEPT}`,
  ],
  [{ reasoning: 9000 }, "anthropic", "both", {
    reasoning_budget: { max: 8999 },
  }, `9000 17192 warning:reasoning-budget${KEPT}`],
  [
    { reasoning: -1 },
    "anthropic",
    "both",
    { default_max_tokens: 7 },
    `-1 7 warning:reasoning-budget${KEPT}`,
  ],
  // What the provider refuses beside a budget.
  [
    { reasoning: 5000, temperature: 1, top_p: 0.95 },
    "anthropic",
    "both",
    {},
    "5000 13192",
  ],
  [
    { reasoning: 5000, temperature: 0.5, top_p: 0.9, top_k: 0 },
    "anthropic",
    "both",
    {},
    "5000 13192 warning:sampling-refused@worker.temperature warning:sampling-refused@worker.top_p warning:sampling-refused@worker.top_k",
  ],
  [{ reasoning: 5000, temperature: 0.5 }, "gemini", "both", {}, "5000 -"],
  // A model that refuses sampling.
  [
    { temperature: 1 },
    "openai_responses",
    "effort",
    { temperature: false },
    "- - warning:sampling-refused@worker.temperature",
  ],
  [
    { temperature: 1 },
    "openai_responses",
    "effort",
    { temperature: true },
    "- -",
  ],
  // The answer itself.
  [{ max_tokens: 999_999 }, "openai_chat", "none", {}, "- 999999"],
  [
    { max_tokens: 1_000_000 },
    "openai_chat",
    "none",
    {},
    "- - error:max-tokens@worker.max_tokens",
  ],
  [{ max_tokens: 9 }, "openai_chat", "none", { max_output_tokens: 9 }, "- 9"],
  [
    { max_tokens: 10 },
    "openai_chat",
    "none",
    { max_output_tokens: 9 },
    "- 10 warning:max-tokens@worker.max_tokens",
  ],
];

for (const [worker, scheme, control, more, expected] of WRITTEN) {
  const shown = JSON.stringify({ ...worker, ...more });
  Deno.test(`thinking: ${shown} written on ${scheme} with ${control}`, () => {
    assert.equal(asked(undefined, scheme, control, more, worker), expected);
  });
}

/** What is said of a profile on `acme/x`, in full. */
function said(
  worker: WorkerInput,
  model: Partial<ModelInput>,
  scheme: WireScheme,
  control: Control,
  more: Partial<CatalogModel> = {},
): readonly string[] {
  const named = model.scheme === undefined ? { ref: "acme/x" } : {};
  return manifestizeWith({ model: { ...named, ...model }, worker }, {
    catalog: catalogOf(scheme, control, more),
  }).problems.map(({ message, help }) => `${message} = ${help}`);
}

Deno.test("thinking: what is said has both numbers, or what would work", () => {
  const big = { max_output_tokens: 128000 };
  const rows = [
    [
      said({}, { quality: "max" }, "anthropic", "both", big),
      '`quality = "max"` asks for a budget of 160000 tokens and gets 119808: lowered to 119808, which leaves 8192 of 128000 tokens (the model\'s longest answer) for the answer = undefined',
    ],
    [
      said({}, { quality: "high" }, "openai_chat", "effort", {
        reasoning_efforts: ["low"],
      }),
      '`quality = "high"` asks for the effort `high` and gets `low`: `acme/x` takes `low` = undefined',
    ],
    [
      said({}, { quality: "high" }, "anthropic", "effort"),
      '`quality = "high"` has no effect: `acme/x` takes an effort label, and on the scheme `anthropic` the runtime sends a token budget only = leave it out, or choose another model',
    ],
    [
      said({ max_tokens: 2000 }, { quality: "high" }, "anthropic", "both"),
      '`quality = "high"` has no effect: `acme/x` takes no budget below 1024 tokens, and `worker.max_tokens` of 2000 tokens leaves 976 = leave it out, or write a larger `worker.max_tokens`',
    ],
    [
      said({ reasoning: "high" }, {}, "anthropic", "both", big),
      "`worker.reasoning` has no effect: on the scheme `anthropic` the runtime sends a token budget, not an effort label = write a budget from 1024 to 119808 tokens, or leave it out and write `quality` in `model`",
    ],
    [
      said({ reasoning: 5000 }, {}, "openai_chat", "effort"),
      "`worker.reasoning` has no effect: on the scheme `openai_chat` the runtime sends an effort label, not a token budget = write one of `low`, `medium`, `high`, or leave it out and write `quality` in `model`",
    ],
    [
      said({ reasoning: "hihg" }, {}, "openai_chat", "effort"),
      "`worker.reasoning` may be refused: `acme/x` takes `low`, `medium`, `high`, not `hihg` = did you mean `high`?",
    ],
    [
      said({ reasoning: "max" }, {}, "openai_chat", "effort"),
      "`worker.reasoning` may be refused: `acme/x` takes `low`, `medium`, `high`, not `max` = the nearest is `high`",
    ],
    [
      said({ reasoning: 200000 }, {}, "anthropic", "both", big),
      "`worker.reasoning` may be refused: 200000 tokens are not below `worker.max_tokens`, 128000 = write a budget from 1024 to 119808 tokens",
    ],
  ] as const;
  for (const [found, expected] of rows) assert.deepEqual(found, [expected]);
});

Deno.test("thinking: of a model without a row any known label may be right", () => {
  const model = {
    scheme: "openai_chat",
    model_id: "mine",
    auth: { kind: "none" },
    capability: capability("effort"),
  } as const;
  const warned = (reasoning: string) =>
    said({ reasoning }, model, "openai_chat", "effort").length > 0;
  assert.deepEqual(["minimal", "xhigh", "max", "ultra"].filter(warned), []);
  assert.deepEqual(["High", "hgih"].filter(warned), ["High", "hgih"]);
});

Deno.test("thinking: what depends on a capability that nobody wrote is a warning", () => {
  const model = {
    scheme: "anthropic",
    model_id: "mine",
    auth: { kind: "none" },
  } as const;
  const codes = (worker: WorkerInput, more: Partial<ModelInput>) =>
    manifestizeWith({ model: { ...model, ...more }, worker }).problems
      .map(({ severity, code, path }) =>
        `${severity} ${code} ${path.join(".")}`
      );
  assert.deepEqual(codes({}, {}), []);
  assert.deepEqual(codes({}, { quality: "low" }), [
    "warning model-capability-assumed model.quality",
  ]);
  assert.deepEqual(codes({ reasoning: 2000 }, { quality: "low" }), [
    "warning model-capability-assumed worker.reasoning",
  ]);
});

Deno.test("thinking: a quality's budget is said to be lowered exactly where it is", () => {
  const found = new Set<boolean>();
  for (let max_tokens = 24_190; max_tokens < 24_195; max_tokens++) {
    const { manifest, problems } = manifestizeWith({
      model: { ref: "anthropic/claude-haiku-4-5", quality: "high" },
      worker: { max_tokens },
    });
    const isLower = Number(manifest!.worker.reasoning) < 16_000;
    found.add(isLower);
    assert.equal(
      problems.some(({ message }) => message.includes("lowered to")),
      isLower,
      `${max_tokens}`,
    );
  }
  assert.equal(found.size, 2);
});
