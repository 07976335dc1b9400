import assert from "node:assert/strict";
import { helpText } from "../../lib/base/diagnostic_help.ts";
import type { Catalog } from "../../lib/catalog/catalog.ts";
import { resolveModel } from "../../lib/catalog/resolve_model.ts";
import type { ModelDraft } from "../../lib/schema/model.ts";
import { BUILTIN_CATALOG } from "./builtin_catalog.ts";

const CATALOG: Catalog = {
  providers: [
    {
      id: "acme",
      display_name: "Acme",
      scheme: "openai_chat",
      base_url: "https://acme.example",
      auth_hint: { kind: "api_key" },
      default_capability: {
        tool_calling: "none",
        structured_output: "none",
        prompt_caching: { kind: "auto" },
      },
      default_context_window: 64000,
    },
    {
      id: "bare",
      display_name: "Bare",
      scheme: "gemini",
      auth_hint: { kind: "none" },
    },
  ],
  models: [
    {
      id: "vendor/big",
      provider: "acme",
      context_window: 500000,
      max_context_window: 272000,
      capability: {
        tool_calling: "parallel",
        structured_output: "json_schema",
        reasoning: "effort",
        vision: true,
        prompt_caching: { kind: "explicit", max_breakpoints: 4 },
      },
    },
    { id: "plain", provider: "acme" },
  ],
  origin: { providers: "given", models: "user" },
  sha256: "",
};

const DEFAULT_CAPABILITY = {
  tool_calling: "none",
  structured_output: "none",
  prompt_caching: { kind: "auto" },
  vision: false,
};

const ASSUMED_OF_GEMINI = {
  tool_calling: "parallel",
  structured_output: "json_schema",
  vision: true,
  prompt_caching: { kind: "auto" },
};

const { vision: _, ...WITHOUT_VISION } = CATALOG.models[0]!.capability!;

const PINNED: readonly {
  readonly shows: string;
  readonly input: ModelDraft | string;
  readonly model: object;
  readonly window: number;
  readonly warning?: string;
}[] = [
  {
    shows: "the model entry before the provider's, split at the first /",
    input: "acme/vendor/big",
    model: {
      scheme: "openai_chat",
      base_url: "https://acme.example",
      model_id: "vendor/big",
      auth: { kind: "api_key", env: "INSOMNIA_API_KEY_OPENAI" },
      capability: CATALOG.models[0]!.capability,
      context_window: 500000,
      max_context_window: 272000,
    },
    window: 272000,
  },
  {
    shows: "the provider's defaults where the entry is silent, vision false",
    input: { ref: "acme/plain" },
    model: {
      scheme: "openai_chat",
      base_url: "https://acme.example",
      model_id: "plain",
      auth: { kind: "api_key", env: "INSOMNIA_API_KEY_OPENAI" },
      capability: DEFAULT_CAPABILITY,
      context_window: 64000,
      max_context_window: 64000,
    },
    window: 64000,
  },
  {
    shows: "the provider's defaults and a warning for an unknown model",
    input: { ref: "acme/plian" },
    model: {
      scheme: "openai_chat",
      base_url: "https://acme.example",
      model_id: "plian",
      auth: { kind: "api_key", env: "INSOMNIA_API_KEY_OPENAI" },
      capability: DEFAULT_CAPABILITY,
      context_window: 64000,
      max_context_window: 64000,
    },
    window: 64000,
    warning: "did you mean `acme/plain`?",
  },
  {
    shows: "200000 tokens when nobody knows",
    input: { ref: "bare/x" },
    model: {
      scheme: "gemini",
      base_url: "https://generativelanguage.googleapis.com",
      model_id: "x",
      auth: { kind: "none" },
      capability: ASSUMED_OF_GEMINI,
      context_window: 200000,
      max_context_window: 200000,
    },
    window: 200000,
    warning: "add the model to `models.toml` in the config directory",
  },
  {
    shows: "what is written before all others",
    input: {
      ref: "acme/vendor/big",
      scheme: "anthropic",
      base_url: "HTTP://LOCALHOST:1//",
      model_id: "other",
      auth: { kind: "api_key" },
      capability: WITHOUT_VISION,
      context_window: 1000,
      max_context_window: 900,
    },
    model: {
      scheme: "anthropic",
      base_url: "http://localhost:1",
      model_id: "other",
      auth: { kind: "api_key", env: "INSOMNIA_API_KEY_ANTHROPIC" },
      capability: { ...CATALOG.models[0]!.capability!, vision: false },
      context_window: 1000,
      max_context_window: 900,
    },
    window: 900,
  },
  {
    shows: "a section without ref, and no variable beside a file",
    input: {
      scheme: "openai_responses",
      model_id: "m",
      auth: { kind: "api_key", file: "/keys/m" },
    },
    model: {
      scheme: "openai_responses",
      base_url: "https://api.openai.com/v1",
      model_id: "m",
      auth: { kind: "api_key", file: "/keys/m" },
      capability: { ...ASSUMED_OF_GEMINI, vision: false },
      context_window: 200000,
      max_context_window: 200000,
    },
    window: 200000,
  },
];

for (const { shows, input, model, window, warning } of PINNED) {
  Deno.test(`resolveModel: ${shows}`, () => {
    const resolved = resolveModel(CATALOG, input);
    assert.deepEqual(resolved.model, model);
    assert.equal(resolved.window, window);
    assert.equal(resolved.ref, typeof input === "string" ? input : input.ref);
    assert.deepEqual(
      resolved.problems.map((problem) =>
        `${problem.severity} ${problem.code} ${helpText(problem)}`
      ),
      warning === undefined ? [] : [`warning model-unknown ${warning}`],
    );
  });
}

const REFUSED: readonly {
  readonly input: ModelDraft;
  readonly code: string;
  readonly message: string;
  readonly help: string;
  readonly path?: readonly string[];
}[] = [
  {
    input: { ref: "acne/plain" },
    code: "provider-unknown",
    message:
      "unknown provider `acne` in `acne/plain`: the given catalog has acme, bare",
    help: "did you mean `acme/plain`?",
  },
  {
    input: { ref: "somewhere/plain", context_window: 5 },
    code: "provider-unknown",
    message:
      "unknown provider `somewhere` in `somewhere/plain`: the given catalog has acme, bare",
    help: "did you mean `acme/plain`?",
  },
  {
    input: { ref: "somewhere/else" },
    code: "provider-unknown",
    message:
      "unknown provider `somewhere` in `somewhere/else`: the given catalog has acme, bare",
    help: "add the provider to `providers.toml` in the config directory",
  },
  {
    input: { ref: "plain" },
    code: "invalid-value",
    message:
      "cannot look up the model `plain`: a `ref` is `<provider>/<model id>`",
    help: "did you mean `acme/plain`?",
  },
  {
    input: { ref: "/x" },
    code: "invalid-value",
    message:
      "cannot look up the model `/x`: a `ref` is `<provider>/<model id>`",
    help: "`insomnia-profile models` lists them",
  },
  {
    input: { model_id: "m", context_window: 5 },
    code: "model-incomplete",
    message:
      "the model is not complete: without `ref` it needs `scheme`, `auth` as well",
    help: 'name a model of the catalog: `ref = "<provider>/<model id>"`',
    path: ["compaction", "model"],
  },
];

for (const { input, code, message, help, path } of REFUSED) {
  Deno.test(`resolveModel: ${code} for ${JSON.stringify(input)}`, () => {
    const resolved = resolveModel(CATALOG, input, ["compaction", "model"]);
    assert.equal(resolved.model, undefined);
    assert.equal(resolved.window, undefined);
    assert.deepEqual(
      resolved.problems.map(({ help: _, fixes: __, ...problem }) => problem),
      [{
        code,
        severity: "error",
        message,
        path: path ?? ["compaction", "model", "ref"],
      }],
    );
    assert.equal(helpText(resolved.problems[0]!), help);
  });
}

Deno.test("resolveModel: every builtin model is pinned without a problem", () => {
  for (const { provider, id } of BUILTIN_CATALOG.models) {
    const { model, window, problems } = resolveModel(
      BUILTIN_CATALOG,
      `${provider}/${id}`,
    );
    assert.deepEqual(problems, []);
    assert.equal(model?.model_id, id);
    assert.ok(window! >= 128000);
  }
});

const ENDINGS: Catalog = {
  ...CATALOG,
  retired: [
    { provider: "acme", id: "old", since: "2026-08-31", replacement: "plain" },
    { provider: "acme", id: "older", since: "2026-12-31" },
  ],
  replaced: {
    models: [{ provider: "acme", id: "plian" }],
    retired: [],
  },
};

const WARNINGS: readonly (readonly [
  ref: string,
  code: string,
  message: RegExp,
  help: RegExp,
])[] = [
  [
    "acme/old",
    "model-retired",
    /`acme\/old` retires on 2026-08-31, says the user catalog/,
    /^use `acme\/plain`$/,
  ],
  [
    "acme/older",
    "model-retired",
    /retires on 2026-12-31/,
    /^choose another model/,
  ],
  [
    "acme/plian",
    "model-unknown",
    /the builtin catalog has it, and your `models.toml` replaces/,
    /models --builtin/,
  ],
  ["acme/plann", "model-unknown", /no model `acme\/plann`/, /`acme\/plain`/],
];

for (const [ref, code, message, help] of WARNINGS) {
  Deno.test(`resolveModel: ${ref} is the warning ${code}`, () => {
    const { model, problems } = resolveModel(ENDINGS, ref);
    assert.equal(model?.context_window, 64000);
    const [problem, ...others] = problems;
    assert.deepEqual(others, []);
    assert.equal(problem?.code, code);
    assert.equal(problem?.severity, "warning");
    assert.match(problem.message, message);
    assert.match(helpText(problem)!, help);
  });
}

Deno.test("resolveModel: the address follows from the credential, then from the scheme", () => {
  const addresses = [
    [{ kind: "codex_oauth" }, "openai_responses"],
    [{ kind: "none" }, "anthropic"],
    [{ kind: "none" }, "openai_chat"],
    [{ kind: "none" }, "openai_responses"],
    [{ kind: "none" }, "gemini"],
  ] as const;
  const found = addresses.map(([auth, scheme]) =>
    resolveModel(CATALOG, { scheme, model_id: "m", auth }).model?.base_url
  );
  assert.deepEqual(found, [
    "https://chatgpt.com/backend-api/codex",
    "https://api.anthropic.com",
    "https://api.openai.com",
    "https://api.openai.com/v1",
    "https://generativelanguage.googleapis.com",
  ]);
});

Deno.test("resolveModel: a capability that nobody wrote is told from one that was", () => {
  assert.equal(resolveModel(CATALOG, "bare/x").isCapabilityAssumed, true);
  assert.equal(
    resolveModel(CATALOG, "acme/plain").isCapabilityAssumed,
    undefined,
  );
});

Deno.test("resolveModel: an address of openai_chat that ends in /v1 is a warning", () => {
  const written = { ref: "acme/plain", base_url: "https://acme.example/v1/" };
  const [problem, ...others] =
    resolveModel(CATALOG, written, ["model"]).problems;
  assert.deepEqual(others, []);
  assert.deepEqual(
    [problem!.code, problem!.severity, problem!.path],
    ["base-url-version", "warning", ["model", "base_url"]],
  );
  assert.match(problem!.message, /acme\.example\/v1\/v1\/chat\/completions/);
  const doubled = {
    ...CATALOG,
    providers: [{ ...CATALOG.providers[0]!, base_url: "https://a.example/v1" }],
  };
  assert.deepEqual(
    resolveModel(doubled, "acme/plain", ["model"]).problems[0]!.path,
    ["model", "ref"],
  );
  assert.deepEqual(
    resolveModel(CATALOG, { ...written, scheme: "openai_responses" }).problems,
    [],
  );
});
