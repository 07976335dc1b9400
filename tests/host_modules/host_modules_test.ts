import assert from "node:assert/strict";
import type { LuaFailureFacts } from "../../lib/lua/lua_failure.ts";
import { WRITTEN_BY_FUNCTIONS } from "../../lib/locate/written_once.ts";
import { findSecretForm } from "../../lib/profile/secret_forms.ts";
import { SECRET_ROWS } from "../profile/secret_rows.ts";
import { evaluateSource, failureOf } from "./evaluate_source.ts";

/** An expression over the host modules, and the data it gives. */
const VALUES: Readonly<Record<string, readonly [string, unknown][]>> = {
  insomnia: [
    [`{ insomnia.version }`, ["1.2.3"]],
    [
      `{ require("insomnia") == insomnia, require("insomnia.profile") == profile }`,
      [true, true],
    ],
    [
      `(function()
        local names = {}
        for _, name in ipairs { "profile", "models", "reasoning", "compact", "scope", "memory", "web", "tools", "secrets" } do
          names[#names + 1] = insomnia[name] ~= nil and insomnia[name] == require("insomnia." .. name)
        end
        return names
      end)()`,
      Array(9).fill(true),
    ],
  ],
  "insomnia.profile": [
    [`profile { slug = "x", worker = { top_k = 1 } }`, {
      slug: "x",
      worker: { top_k: 1 },
    }],
    [`profile {}`, {}],
    [
      `(function() local t = { slug = "x" }; local p = profile(t); p.slug = "y"; return { t, p } end)()`,
      [{ slug: "x" }, { slug: "y" }],
    ],
  ],
  "insomnia.models": [
    [`models.catalog("acme/wide")`, { ref: "acme/wide" }],
    [
      `models.catalog("acme/wide", { quality = "high", auth = secrets.ref("a.b"), context_window = 5 })`,
      {
        ref: "acme/wide",
        quality: "high",
        auth: { kind: "secret_ref", ref: "a.b" },
        context_window: 5,
      },
    ],
    // A model nobody uses does no harm: its provider is looked up when it is.
    [`models.catalog("unknown/org/x")`, { ref: "unknown/org/x" }],
    [
      `{ models.context_window("acme/wide"), models.context_window("acme/plain"), models.context_window("acme/new"), models.context_window("zeta/org/small") }`,
      [272000, 64000, 400000, 8000],
    ],
    [`{ math.type(models.context_window("acme/wide")) }`, ["integer"]],
    [`models.refs()`, ["acme/plain", "acme/wide", "zeta/org/small"]],
    [
      `(function()
        local info, new = models.info("acme/wide"), models.info("zeta/new")
        return {
          info.ref, info.provider, info.model_id, info.scheme, info.context_window, info.max_context_window,
          info.effective_context_window, info.capability.vision, info.capability.prompt_caching.kind,
          new.ref, new.model_id, new.effective_context_window, new.capability == nil,
        }
      end)()`,
      [
        "acme/wide",
        "acme",
        "wide",
        "openai_responses",
        1000000,
        272000,
        272000,
        true,
        "auto",
        "zeta/new",
        "new",
        32000,
        true,
      ],
    ],
  ],
  "insomnia.reasoning": [
    [`{ reasoning.effort("high"), reasoning.effort("ultra-2") }`, [
      "high",
      "ultra-2",
    ]],
    [`{ reasoning.budget(0), reasoning.budget(4096), reasoning.budget(8e3) }`, [
      0,
      4096,
      8000,
    ]],
    [`reasoning.ratio(0.1)`, { ratio: 0.1 }],
    [`{ reasoning.dynamic() }`, [-1]],
  ],
  "insomnia.compact": [
    ...["long_coding", "research", "balanced", "frugal"].map((
      preset,
    ): [string, unknown] => [
      `compact.preset("${preset}")`,
      { preset },
    ]),
    [
      `compact.preset("frugal", { model = "acme/plain", retained_tokens = 4 })`,
      { preset: "frugal", model: "acme/plain", retained_tokens: 4 },
    ],
    [
      `compact.ratio { threshold = 0.4, request_threshold = 0.5, worker_context_max_tokens = 0.2 }`,
      {
        threshold: { ratio: 0.4 },
        request_threshold: { ratio: 0.5 },
        worker_context_max_tokens: { ratio: 0.2 },
      },
    ],
    [
      `compact.ratio { threshold = 25/34, request = 0.5, worker = 0.2, retained_tokens = 4000 }`,
      {
        threshold: { ratio: 25 / 34 },
        request_threshold: { ratio: 0.5 },
        worker_context_max_tokens: { ratio: 0.2 },
        retained_tokens: 4000,
      },
    ],
    [`compact.tokens { threshold = 4, compact_retained_tokens = 3 }`, {
      threshold: 4,
      compact_retained_tokens: 3,
    }],
  ],
  "insomnia.scope": [
    [`scope.workspace_read()`, { intent: "workspace_read" }],
    [`scope.workspace_write()`, { intent: "workspace_write" }],
  ],
  "insomnia.memory": [
    [`memory.preset("long_context")`, { preset: "long_context" }],
    [`memory.preset("light", { language = "English" })`, {
      preset: "light",
      language: "English",
    }],
    [`memory.preset("light", { extract_threshold_ratio = 0.1 })`, {
      preset: "light",
      extract_threshold_ratio: 0.1,
    }],
  ],
  "insomnia.web": [
    [`web.brave { api_key_env = "BRAVE" }`, {
      enabled: true,
      search: { enabled: true, provider: "brave", api_key_env: "BRAVE" },
      fetch: { enabled: true },
    }],
    [
      `web.brave { api_key_secret = "web/brave", timeout_secs = 12, country = "DE", allow_private_addresses = true, fetch = { redirect_limit = 3, enabled = false } }`,
      {
        enabled: true,
        allow_private_addresses: true,
        search: {
          enabled: true,
          provider: "brave",
          api_key_secret: "web/brave",
          timeout_secs: 12,
          country: "DE",
        },
        fetch: { enabled: false, redirect_limit: 3 },
      },
    ],
    [`web.fetch_only()`, {
      enabled: true,
      search: { enabled: false },
      fetch: { enabled: true },
    }],
  ],
  "insomnia.tools": [
    [`tools.policy("read_only")`, {
      default_action: "deny",
      rule: ["Read", "Glob", "Grep", "WebSearch", "WebFetch"].map((tool) => ({
        tool,
        pattern: "*",
        action: "allow",
      })),
    }],
    [`tools.policy("cautious")`, {
      default_action: "ask",
      rule: ["Read", "Glob", "Grep"].map((tool) => ({
        tool,
        pattern: "*",
        action: "allow",
      })),
    }],
    [`tools.policy("autonomous")`, { default_action: "allow", rule: {} }],
    [
      `tools.rules("ask", { { "Read", "*", "allow" }, { tool = "Bash", pattern = "rm *", action = "deny" } })`,
      {
        default_action: "ask",
        rule: [{ tool: "Read", pattern: "*", action: "allow" }, {
          tool: "Bash",
          pattern: "rm *",
          action: "deny",
        }],
      },
    ],
    [`tools.rules("deny", {})`, { default_action: "deny", rule: {} }],
  ],
  "insomnia.secrets": [
    [`secrets.ref("llm.anthropic/default_1-x")`, {
      kind: "secret_ref",
      ref: "llm.anthropic/default_1-x",
    }],
    [`secrets.ref(("a"):rep(128))`, {
      kind: "secret_ref",
      ref: "a".repeat(128),
    }],
    [`secrets.env("_MY_KEY_2")`, { kind: "api_key", env: "_MY_KEY_2" }],
  ],
};

const LOCALS = [
  "models",
  "reasoning",
  "compact",
  "scope",
  "memory",
  "web",
  "tools",
  "secrets",
].map((name) => `local ${name} = insomnia.${name}`).join("; ");

for (const [module, rows] of Object.entries(VALUES)) {
  Deno.test(`${module} gives the data of each call`, async () => {
    for (const [expression, expected] of rows) {
      const value = await evaluateSource(`${LOCALS}\nreturn ${expression}`);
      assert.deepEqual(JSON.parse(JSON.stringify(value)), expected, expression);
    }
  });
}

Deno.test("the keys that host functions write by themselves are known to who looks for places", async () => {
  const own = new Set<string>();
  for (const [expression] of Object.values(VALUES).flat()) {
    const words = new Set(expression.match(/(?<![.\w])\w+/g));
    const value = await evaluateSource(`${LOCALS}\nreturn ${expression}`);
    JSON.stringify(value, (key, item) => {
      if (key !== "" && !/^\d/.test(key) && !words.has(key)) own.add(key);
      return item;
    });
  }
  // `table.pack` writes `n`.
  assert.deepEqual([...own, "n"].sort(), [...WRITTEN_BY_FUNCTIONS].sort());
});

/** A call, the code of its failure, and what the message or the help says. */
const FAILURES: readonly [string, string, RegExp][] = [
  [`profile("x")`, "invalid-type", /`profile` takes a table of fields/],
  [`profile()`, "invalid-type", /got nothing/],
  [`profile(setmetatable({}, { __index = {} }))`, "invalid-type", /metatable/],
  [`profile.import()`, "invalid-type", /`profile.import` takes/],
  [`profile.import("nowhere")`, "import-invalid", /nowhere/],
  [`models.catalog()`, "invalid-type", /model reference/],
  [
    `models.catalog("wide")`,
    "invalid-value",
    /`<provider>\/<model id>`: got `wide`/,
  ],
  [`models.catalog("acme/")`, "invalid-value", /model reference/],
  [
    `models.catalog("acme/x", { qualty = "high" })`,
    "unknown-field",
    /`qualty`.*put quality$/,
  ],
  [
    `models.catalog("acme/x", { quality = "hihg" })`,
    "invalid-value",
    /put high$/,
  ],
  [
    `models.catalog("acme/x", { ref = "acme/y" })`,
    "conflicting-fields",
    /first argument/,
  ],
  [`models.catalog("acme/x", { 5 })`, "invalid-type", /the key `1`/],
  [`models.catalog("acme/x", "high")`, "invalid-type", /table of fields/],
  [`models.catalog("acme/x", { auth = print })`, "lua-runtime", /plain data/],
  [
    `models.context_window("acmee/x")`,
    "provider-unknown",
    /`acmee`.*put acme\/\w+$/,
  ],
  [`models.info("quite-else/x")`, "provider-unknown", /one of: acme, zeta/],
  [`models.info("acme/wide").x = 1`, "lua-runtime", /read-only/],
  [
    `models.info("acme/wide").capability.vision = false`,
    "lua-runtime",
    /read-only/,
  ],
  [`reasoning.effort(5)`, "invalid-type", /an effort/],
  [`reasoning.effort("")`, "invalid-value", /an effort/],
  [`reasoning.effort("very high")`, "invalid-value", /an effort/],
  [`reasoning.effort(("x"):rep(65))`, "invalid-value", /an effort/],
  [`reasoning.budget("5")`, "invalid-value", /whole number of tokens/],
  [`reasoning.budget(0.5)`, "invalid-value", /use `\/\/` or math\.floor/],
  [`reasoning.budget(-1)`, "invalid-value", /reasoning\.dynamic/],
  [`reasoning.budget(0/0)`, "invalid-value", /whole number of tokens/],
  [`reasoning.budget(2^53)`, "invalid-value", /whole number of tokens/],
  [`reasoning.ratio(0)`, "invalid-value", /greater than 0 and less than 1/],
  [`reasoning.ratio(1)`, "invalid-value", /greater than 0 and less than 1/],
  [`reasoning.ratio(0/0)`, "invalid-value", /greater than 0 and less than 1/],
  [`reasoning.dynamic(5)`, "invalid-value", /no arguments/],
  [
    `compact.preset("long_codng")`,
    "invalid-value",
    /put long_coding$/,
  ],
  [
    `compact.preset("x")`,
    "invalid-value",
    /one of: long_coding, research, balanced, frugal/,
  ],
  [`compact.preset()`, "invalid-type", /one of: long_coding/],
  [
    `compact.preset("frugal", { treshold = 1 })`,
    "unknown-field",
    /put threshold$/,
  ],
  [
    `compact.preset("frugal", { preset = "research" })`,
    "unknown-field",
    /compact\.preset/,
  ],
  [
    `compact.ratio { threshold = 40 }`,
    "invalid-value",
    /`threshold` as a share/,
  ],
  [
    `compact.ratio { worker = "0.5" }`,
    "invalid-value",
    /`worker_context_max_tokens` as a share/,
  ],
  [
    `compact.ratio { request = 0.5, request_threshold = 0.5 }`,
    "conflicting-fields",
    /`request` or `request_threshold`/,
  ],
  [
    `compact.ratio { retained_tokens = 5 }`,
    "missing-field",
    /at least one share/,
  ],
  [`compact.ratio()`, "invalid-type", /table of fields/],
  [
    `compact.tokens { prune_protected_turns = 3 }`,
    "removed-field",
    /`prune_protected_tokens`/,
  ],
  [`compact.tokens { worker = 3 }`, "unknown-field", /`worker`/],
  [`scope.workspace_read("/")`, "invalid-value", /--delegate/],
  [`scope.workspace_write({})`, "invalid-value", /--delegate/],
  [
    `memory.preset("lite")`,
    "invalid-value",
    /one of: long_context, light|put light/,
  ],
  [
    `memory.preset("light", { langauge = "x" })`,
    "unknown-field",
    /put language$/,
  ],
  [
    `memory.preset("light", { extract_threshold_ratio = 2 })`,
    "invalid-value",
    /`extract_threshold_ratio` as a share/,
  ],
  [
    `memory.preset("light", { extract_threshold_ratio = 0.2, extract_threshold = 2 })`,
    "conflicting-fields",
    /not both/,
  ],
  [
    `memory.preset("light", { extract_worker_max_input_tokens = 2 })`,
    "removed-field",
    /nothing replaces it/,
  ],
  [`web.brave {}`, "missing-field", /got neither/],
  [
    `web.brave { api_key_env = "A", api_key_secret = "b" }`,
    "conflicting-fields",
    /not both/,
  ],
  [`web.brave { api_key = "tiger" }`, "secret-value", /api_key_env/],
  [`web.brave { api_key_env = 5 }`, "invalid-type", /the name of a variable/],
  [`web.brave { api_key_env = "A", safe = "off" }`, "unknown-field", /`safe`/],
  [
    `web.brave { api_key_env = "A", fetch = { timeout = 5 } }`,
    "unknown-field",
    /`timeout`.*put timeout_secs|`timeout`/,
  ],
  [
    `web.brave { api_key_env = "A", fetch = 5 }`,
    "invalid-type",
    /table of fields/,
  ],
  [`web.fetch_only({})`, "invalid-value", /no arguments/],
  [`tools.policy("readonly")`, "invalid-value", /put read_only$/],
  [`tools.rules("maybe", {})`, "invalid-value", /one of: allow, deny, ask/],
  [`tools.rules("ask", "Read")`, "invalid-type", /a list of rules/],
  [
    `tools.rules("ask", { { "Read", "*", "allow" }, { "Bash", "*" } })`,
    "invalid-type",
    /rule 2.*the action/,
  ],
  [
    `tools.rules("ask", { { "Read", "*", "alow" } })`,
    "invalid-value",
    /rule 1.*put allow$/,
  ],
  [
    `tools.rules("ask", { { "", "*", "allow" } })`,
    "invalid-value",
    /the tool is empty/,
  ],
  [
    `tools.rules("ask", { { "Read", "*", "allow", "x" } })`,
    "unknown-field",
    /no place for `4`/,
  ],
  [`tools.rules("ask", { "Read" })`, "invalid-type", /rule 1/],
  [`tools.rules("ask", { Read = "allow" })`, "invalid-type", /the key `Read`/],
  [`secrets.ref()`, "invalid-type", /the name of a secret: got nothing/],
  [`secrets.ref(".x")`, "secret-value", /llm\.anthropic\.default/],
  [`secrets.ref(("a"):rep(129))`, "secret-value", /at most 128/],
  [`secrets.env("2X")`, "secret-value", /ANTHROPIC_API_KEY/],
  [`secrets.env("MY-KEY")`, "secret-value", /ANTHROPIC_API_KEY/],
  [`secrets.env({})`, "invalid-type", /got a table/],
  [`insomnia.version = "2"`, "lua-runtime", /read-only/],
  [`profile.import = nil`, "lua-runtime", /read-only/],
];

Deno.test("host modules check their arguments and raise at the caller's line", async () => {
  for (const [call, code, says] of FAILURES) {
    // An assignment is a statement; a call is one, too.
    const failure = await failureOf(`${LOCALS}\n\n  ${call}\nreturn {}`);
    const text = `${failure.message} | ${adviceOf(failure)}`;
    assert.equal(failure.code, code, `${call}: ${text}`);
    assert.match(text, says, call);
    assert.deepEqual([failure.chunk, failure.line], ["main.lua", 3], call);
  }
});

Deno.test("host modules raise at the caller's line behind a tail call and a local function", async () => {
  const failure = await failureOf(
    `local function make(name)\n  return insomnia.compact.preset(name)\nend\nreturn { compaction = make("x") }`,
  );
  assert.ok(failure.line === 2 || failure.line === 4);
  assert.equal(failure.chunk, "main.lua");
});

Deno.test("host modules refuse a credential where a name belongs, and never repeat it", async () => {
  const secrets = SECRET_ROWS.flatMap(({ secrets }) => secrets)
    .filter((secret) => /^[A-Za-z0-9._:/@-]+$/.test(secret));
  assert.ok(secrets.length > 20);
  for (const secret of secrets) {
    for (
      const call of [
        "secrets.ref",
        "secrets.env",
        "models.catalog",
        "reasoning.effort",
        "profile.import",
      ]
    ) {
      const failure = await failureOf(`${LOCALS}\n${call}("${secret}")`);
      assert.equal(failure.code, "secret-value", `${call} ${secret}`);
      const text = `${failure.message} ${adviceOf(failure)}`;
      for (const part of secret.match(/[A-Za-z0-9]{12,}/g) ?? []) {
        assert.ok(!text.includes(part.slice(-6)), `${call} ${text}`);
      }
    }
  }
});

Deno.test("host modules take names that only resemble credentials", async () => {
  const names = SECRET_ROWS.flatMap(({ nearMisses }) => nearMisses)
    .filter((name) => /^[A-Za-z0-9][A-Za-z0-9._/-]*$/.test(name));
  assert.ok(names.length > 20);
  for (const name of names) {
    assert.equal(findSecretForm(name), undefined);
    assert.deepEqual(
      JSON.parse(
        JSON.stringify(
          await evaluateSource(`return insomnia.secrets.ref("${name}")`),
        ),
      ),
      { kind: "secret_ref", ref: name },
    );
  }
});

Deno.test("host modules show no string that could be a secret", async () => {
  const calls = [
    `compact.preset("hunter2!")`,
    `models.catalog("a/b", { quality = "correct horse battery" })`,
    `compact.tokens { ["x9Kf02mPq7"] = 1 }`,
    `tools.rules("x9Kf02mPq7")`,
    `secrets.env("x9Kf02-mPq7")`,
    `secrets.ref("x9Kf02 mPq7")`,
  ];
  for (const call of calls) {
    const { message, help } = await failureOf(`${LOCALS}\n${call}`);
    assert.doesNotMatch(`${message} ${help}`, /hunter|horse|x9Kf|mPq7/, call);
  }
});

Deno.test("host modules hand out a fresh table with every call", async () => {
  const makers = [
    `models.catalog("acme/wide")`,
    `models.refs()`,
    `reasoning.ratio(0.5)`,
    `compact.preset("frugal")`,
    `compact.ratio { worker = 0.5 }`,
    `scope.workspace_read()`,
    `memory.preset("light")`,
    `web.fetch_only()`,
    `web.brave { api_key_env = "X" }`,
    `tools.policy("read_only")`,
    `tools.policy("read_only").rule[1]`,
    `tools.rules("ask", {})`,
    `secrets.ref("x")`,
  ];
  const tests = makers.map((maker) =>
    `(function() local a, b = ${maker}, ${maker}; return a ~= b and getmetatable(a) == nil end)()`
  );
  assert.deepEqual(
    await evaluateSource(`${LOCALS}\nreturn { ${tests.join(",\n")} }`),
    makers.map(() => true),
  );
});

Deno.test("host modules keep no table that they are given", async () => {
  const value = await evaluateSource(`${LOCALS}
    local auth = { kind = "none" }
    local model = models.catalog("acme/wide", { auth = auth })
    auth.kind = "changed"
    local policy = tools.policy("cautious")
    policy.rule[#policy.rule + 1] = { tool = "Bash", pattern = "*", action = "deny" }
    return { model.auth.kind, #policy.rule, #tools.policy("cautious").rule }`);
  assert.deepEqual(value, ["none", 4, 3]);
});

Deno.test("host modules work whatever a profile does to the libraries", async () => {
  const value = await evaluateSource(`
    string.match, string.find, string.format, ipairs, next, type = nil, nil, nil, nil, nil, nil
    getmetatable, select, tostring, table.sort, math.floor = nil, nil, nil, nil, nil
    return {
      a = insomnia.models.catalog("acme/x", { quality = "low" }).ref,
      b = insomnia.reasoning.budget(5.0),
      c = #insomnia.tools.policy("read_only").rule,
      d = insomnia.scope.workspace_read().intent,
      e = insomnia.secrets.ref("x").ref,
    }`);
  assert.equal(
    JSON.stringify(value),
    `{"a":"acme/x","b":5,"c":5,"d":"workspace_read","e":"x"}`,
  );
});

Deno.test("profile.import gives a fresh plain table each time", async () => {
  const value = await evaluateSource(
    `local a, b = profile.import("user:base"), profile.import("user:base")
     a.worker.top_k = 2
     return { a, b }`,
    { "user:base": `return profile { worker = { top_k = 1 } }` },
  );
  assert.equal(
    JSON.stringify(value),
    `[{"worker":{"top_k":2}},{"worker":{"top_k":1}}]`,
  );
});

/** The help of a failure, or what it says to put instead. */
function adviceOf({ help, put }: LuaFailureFacts): string {
  return put === undefined ? help ?? "" : `put ${put}`;
}
