import assert from "node:assert/strict";
import { helpText } from "../../lib/base/diagnostic_help.ts";
import { explainProfileProblems } from "../../lib/profile/explain_profile_problems.ts";
import { isProfileInput } from "../../lib/profile/is_profile_input.ts";
import { withField } from "../schema/with_field.ts";

const SMALLEST = { model: "codex-oauth/gpt-5.5" };

const ACCEPTED: readonly (readonly [path: string, ...values: unknown[]])[] = [
  ["slug", "a", "A.b_c-1", "a".repeat(64)],
  ["description", "", "Écrit du code"],
  ["role", "coder", "night-watch", "裏方"],
  ["model", { ref: "a/b" }, { ref: "a/b", quality: "max" }, {
    scheme: "gemini",
    model_id: "m",
    auth: { kind: "api_key", file: "keys/x" },
  }],
  ["worker", {}, { reasoning: "high" }, { reasoning: -1 }, {
    reasoning: { ratio: 0.08 },
  }, { tool_output: { per_tool: { Grep: 1 } } }],
  ["scope", "workspace_read", "workspace_write", { intent: "workspace_read" }],
  ["session", {}, { record_event_trace: true }],
  ["permissions", { default_action: "ask" }],
  ["compaction", {}, { preset: "long_coding" }, {
    preset: "frugal",
    threshold: 100,
    request_threshold: { ratio: 0.5 },
    worker_context_max_tokens: { ratio: 0.25 },
    model: "a/b",
  }, { model: { ref: "a/b", quality: "low" } }],
  ["memory", { preset: "light" }, {
    preset: "long_context",
    extract_threshold_ratio: 0.2,
    extract_model: "a/b",
    consolidation_model: { ref: "a/b" },
  }],
  ["web", { enabled: true, fetch: { enabled: true } }],
  ["skills", {}, { directories: ["skills"] }],
];

for (const [path, ...values] of ACCEPTED) {
  Deno.test(`ProfileSchema accepts ${path}`, () => {
    for (const value of values) {
      const profile = withField(SMALLEST, path, value);
      assert.deepEqual(explainProfileProblems(profile), []);
      assert.ok(isProfileInput(profile));
    }
  });
}

const OR_FLOOR = "for a whole number use `//` or `math.floor`";

const REFUSED: readonly (readonly [
  path: string,
  value: unknown,
  problem: string,
  help?: string,
])[] = [
  [
    "slug",
    "-a",
    "`slug` must be a short name (letters, digits and . _ -, at most 64): this string is not",
    "write `a`",
  ],
  [
    "slug",
    "a".repeat(65),
    "`slug` must be a short name (letters, digits and . _ -, at most 64): this string is not",
  ],
  [
    "description",
    "a\nb",
    "`description` must be one line of text: this string is not",
  ],
  [
    "description",
    "a\u2028b",
    "`description` must be one line of text: this string is not",
  ],
  ["role", "two words", "`role` must be one word: this string is not"],
  [
    "model",
    undefined,
    "`model` is missing",
    'name one of the catalog, as `model = "anthropic/claude-sonnet-4-6"`; `insomnia-profile models` lists them',
  ],
  [
    "model",
    "gpt",
    "`model` must be `<provider>/<model id>`, such as `anthropic/claude-sonnet-4-6`: this string is not",
  ],
  ["model", 5, "`model` must be a string or a table: it is a number"],
  [
    "model",
    { ref: "a/b", quality: "hihg" },
    "`model.quality` must be one of `low`, `balanced`, `high`, `max`: it is `hihg`",
    "did you mean `high`?",
  ],
  [
    "worker.max_turns",
    "3",
    "`worker.max_turns` must be a whole number: it is a string",
    "write the number without quotes",
  ],
  [
    "worker.max_turns",
    2.5,
    "`worker.max_turns` must be a whole number: 2.5 is not",
    "use `//` or `math.floor`",
  ],
  [
    "worker.reasoning",
    0.4,
    "`worker.reasoning` must be a whole number: 0.4 is not",
    `for a part of the context window write \`{ ratio = 0.4 }\`, ${OR_FLOOR}`,
  ],
  [
    "worker.reasoning",
    { ratio: 1 },
    "`worker.reasoning.ratio` must be between 0 and 1, neither of them: it is 1",
  ],
  [
    "worker.reasoning",
    true,
    "`worker.reasoning` must be a string, a whole number or a table: it is a boolean",
    'say how much: an effort such as `"high"`, or a budget of tokens',
  ],
  [
    "worker.max_tokens",
    null,
    "`worker.max_tokens` must be a whole number: it is null",
    "leave the field out instead",
  ],
  [
    "worker.language",
    1,
    "`worker.language` must be a string: it is a number",
    "write it in quotes",
  ],
  [
    "scope",
    "write",
    "`scope` must be one of `workspace_read`, `workspace_write`: it is `write`",
  ],
  [
    "scope",
    { intent: "workspace_wirte" },
    "`scope.intent` must be one of `workspace_read`, `workspace_write`: it is `workspace_wirte`",
    "did you mean `workspace_write`?",
  ],
  [
    "compaction",
    { preset: "codin" },
    "`compaction.preset` must be one of `long_coding`, `research`, `balanced`, `frugal`: it is `codin`",
  ],
  [
    "compaction",
    { threshold: 0.5 },
    "`compaction.threshold` must be a whole number: 0.5 is not",
    `for a part of the context window write \`{ ratio = 0.5 }\`, ${OR_FLOOR}`,
  ],
  [
    "compaction",
    { retained_tokens: { ratio: 0.5 } },
    "`compaction.retained_tokens` must be a whole number: it is a table",
  ],
  [
    "memory",
    { extract_threshold_ratio: 0 },
    "`memory.extract_threshold_ratio` must be between 0 and 1, neither of them: it is 0",
  ],
  [
    "skills",
    { directories: "skills" },
    "`skills.directories` must be a list: it is a string",
    'did you mean `{ "skills" }`?',
  ],
  [
    "pod",
    { name: "x" },
    "unknown field `pod`",
    "fields of the profile: slug, description, role, model, worker, scope, session, permissions, compaction, memory, web, skills",
  ],
  [
    "worker.reasonning",
    "high",
    "unknown field `worker.reasonning`",
    "did you mean `reasoning`?\nfields of `worker`: instruction, language, max_tokens, max_turns, temperature, top_p, top_k, stop_sequences, reasoning, tool_output, file_upload",
  ],
  [
    "session.max_turns",
    3,
    "unknown field `session.max_turns`",
    "`max_turns` is a field of `worker`\nfields of `session`: record_event_trace",
  ],
];

for (const [path, value, message, help] of REFUSED) {
  Deno.test(`ProfileSchema refuses ${path} = ${JSON.stringify(value)?.slice(0, 60)}`, () => {
    const profile = withField(SMALLEST, path, value);
    const problems = explainProfileProblems(profile);
    assert.deepEqual(problems.map((p) => [p.message, helpText(p)]), [[
      message,
      help,
    ]]);
    assert.equal(isProfileInput(profile), false);
  });
}

Deno.test("explainProfileProblems reports all problems, in the order of the document", () => {
  const problems = explainProfileProblems({
    web: { enabled: "yes" },
    slug: "",
    permissions: { rule: [{ tool: "", pattern: "*", action: "ask" }] },
    workr: {},
  });
  assert.deepEqual(problems.map(({ code, path }) => [code, path.join(".")]), [
    ["invalid-type", "web.enabled"],
    ["invalid-value", "slug"],
    ["invalid-value", "permissions.rule.0.tool"],
    ["missing-field", "permissions.default_action"],
    ["unknown-field", "workr"],
    ["missing-field", "model"],
  ]);
});

Deno.test("explainProfileProblems names the document where no field is to blame", () => {
  assert.deepEqual(
    ["x", 1, [], null].map((raw) => explainProfileProblems(raw)[0]!.message),
    ["a string", "a number", "an empty list", "null"]
      .map((kind) => `the profile must be a table: it is ${kind}`),
  );
});

Deno.test("explainProfileProblems never repeats what could be a secret", () => {
  const secret = "sk-ant-api03-Q4x9Zr7Lw2";
  const places = [
    "slug",
    "model",
    "model.ref",
    "model.scheme",
    "model.auth.kind",
    "model.auth",
    "worker.max_turns",
    "worker.instruction",
    "scope",
    "compaction.preset",
    "web.search.api_key_secret",
    "web.enabled",
    `worker.${secret}`,
    secret,
  ];
  for (const place of places) {
    const base = place.startsWith("model.") ? { model: {} } : SMALLEST;
    const problems = explainProfileProblems(
      withField(base, place, ` ${secret}`),
    );
    assert.ok(problems.length > 0, place);
    const said = problems.map(({ path, isUnnamed, ...said }) => [
      isUnnamed ? path.slice(0, -1) : path,
      said,
    ]);
    assert.ok(!JSON.stringify(said).includes("Q4x9Zr7Lw2"), place);
  }
});

Deno.test("explainProfileProblems: a threshold of more than one is no part of a window", () => {
  const help = (extract_threshold: number) =>
    explainProfileProblems({ ...SMALLEST, memory: { extract_threshold } })[0]!
      .help!;
  assert.match(help(0.5), /extract_threshold_ratio = 0\.5/);
  assert.doesNotMatch(help(1.5), /extract_threshold_ratio/);
});
