import assert from "node:assert/strict";
import { COMPACTION_DEFAULTS, HAIKU } from "./known_sections.ts";
import { parse } from "npm:smol-toml@1.9.1";
import { printFieldPath } from "../../lib/base/field_path.ts";
import {
  completeManifest,
  type CompletionInputs,
} from "../../lib/manifest/complete_manifest.ts";
import { isPodManifest } from "../../lib/manifest/is_pod_manifest.ts";
import { printManifest } from "../../lib/print/print_manifest.ts";
import { BUILTIN_CATALOG } from "../catalog/builtin_catalog.ts";
import { manifestOf } from "./manifest_inputs.ts";

const LEAST = {
  pod: { name: "demo" },
  model: { ref: "anthropic/claude-haiku-4-5" },
  scope: { allow: [{ target: ".", permission: "read" }] },
};

/** What is said of every file that names a model by its reference has a test of its own. */
async function complete(raw: unknown, inputs: Partial<CompletionInputs> = {}) {
  const completed = await completeManifest(raw, {
    directory: "/m",
    catalog: BUILTIN_CATALOG,
    ...inputs,
  });
  const problems = completed.problems
    .filter(({ code }) => code !== "model-pinned");
  return { ...completed, problems };
}

Deno.test("completeManifest: null is left out, at any depth", async () => {
  const { manifest, problems } = await complete({
    ...LEAST,
    pod: { name: "p", prompt_pack: null },
    model: { ...LEAST.model, auth: null, base_url: null },
    worker: { max_turns: null, tool_output: { per_tool: { a: null, b: 5 } } },
    memory: null,
    nonsense: null,
  });
  assert.deepEqual(problems, []);
  const { manifest: plain } = await complete({
    ...LEAST,
    pod: { name: "p" },
    worker: { tool_output: { per_tool: { b: 5 } } },
  });
  assert.deepEqual(manifest, plain);
});

Deno.test("completeManifest: the references of pinned models are said in one note", async () => {
  const file = {
    ...LEAST,
    memory: {
      extract_model: { ref: "codex-oauth/gpt-5.5" },
      consolidation_model: {
        scheme: "gemini",
        model_id: "m",
        auth: { kind: "none" },
      },
    },
  };
  const { manifest, models, problems } = await completeManifest(file, {
    directory: "/m",
    catalog: BUILTIN_CATALOG,
  });
  assert.deepEqual(models, {
    "model": "anthropic/claude-haiku-4-5",
    "memory.extract_model": "codex-oauth/gpt-5.5",
  });
  assert.equal(JSON.stringify(manifest).includes('"ref"'), false);
  const [note, ...others] = problems;
  assert.deepEqual(others, []);
  assert.equal(`${note!.severity} ${note!.code}`, "note model-pinned");
  assert.match(
    note!.message,
    /^pinned `model` from `anthropic\/claude-haiku-4-5`, `memory.extract_model` from `codex-oauth\/gpt-5.5`:/,
  );
});

const { prune_protected_tokens, prune_min_savings, ...others } =
  COMPACTION_DEFAULTS;

Deno.test("completeManifest: full.toml gets its defaults, paths and models", async () => {
  const url = new URL("../examples/manifests/full.toml", import.meta.url);
  const { manifest, problems } = await complete(
    parse(await Deno.readTextFile(url)),
  );
  // Its effort label is of no use on its scheme.
  assert.deepEqual(
    problems.map(({ severity, code, path }) => [severity, code, path]),
    [
      ["note", "runtime-version", ["worker", "instruction"]],
      ["warning", "model-capability-assumed", ["worker", "reasoning"]],
      ["note", "runtime-version", ["permissions", "default_action"]],
    ],
  );
  assert.ok(isPodManifest(manifest));
  assert.equal(
    printManifest(manifest, "json"),
    `${JSON.stringify(FULL, null, 2)}\n`,
  );
});

const FULL = {
  pod: { name: "code-reviewer", prompt_pack: "/m/prompts.local.toml" },
  model: {
    scheme: "anthropic",
    base_url: "https://api.anthropic.com",
    model_id: "claude-sonnet-4-20250514",
    auth: { kind: "api_key", file: "/m/keys/anthropic" },
    capability: {
      tool_calling: "parallel",
      structured_output: "json_schema",
      vision: false,
      prompt_caching: { kind: "auto" },
    },
    context_window: 200000,
    max_context_window: 200000,
  },
  worker: {
    instruction: "$user/reviewer",
    language:
      "match the user's language unless they explicitly request another language",
    max_tokens: 4096,
    temperature: 0.3,
    top_p: 0.9,
    top_k: 40,
    stop_sequences: ["\n\n", "</stop>"],
    reasoning: "medium",
    tool_output: {
      default_max_bytes: 65536,
      per_tool: { Grep: 8192, Read: 131072 },
    },
    file_upload: { max_bytes: 262144 },
  },
  scope: {
    allow: [
      { target: "/m/project", permission: "write", recursive: true },
      { target: "/abs/docs", permission: "read", recursive: false },
    ],
    deny: [
      { target: "/m/project/secrets", permission: "read", recursive: true },
    ],
  },
  session: { record_event_trace: false },
  permissions: {
    default_action: "ask",
    rule: [{ tool: "Bash", pattern: "git *", action: "allow" }],
  },
  compaction: {
    prune_protected_tokens,
    prune_min_savings,
    threshold: 80000,
    request_threshold: 90000,
    ...others,
    model: HAIKU,
  },
  memory: { extract_threshold: 30000 },
  web: {
    enabled: true,
    search: {
      provider: "brave",
      api_key_env: "BRAVE_SEARCH_API_KEY",
      timeout_secs: 12,
    },
    fetch: { redirect_limit: 3 },
  },
  skills: { directories: ["/m/skills"] },
};

Deno.test("completeManifest: a manifest this program made comes out as it is, without profile", async () => {
  const manifest = manifestOf({
    compaction: { preset: "balanced" },
    memory: { preset: "light" },
    skills: { directories: ["skills"] },
  });
  const profile = { source: "anything", digest: 5 };
  const again = await complete({ ...manifest, profile });
  assert.deepEqual(again.problems, []);
  assert.deepEqual(again.manifest, manifest);
});

Deno.test("completeManifest: relative paths are the file's directory's, everywhere", async () => {
  const model = {
    ref: "anthropic/claude-haiku-4-5",
    auth: { kind: "api_key", file: "../key" },
  };
  const { manifest, problems } = await complete({
    ...LEAST,
    pod: { name: "x", prompt_pack: "p.toml" },
    model,
    compaction: { model },
    memory: {
      workspace_root: ".",
      extract_model: model,
      consolidation_model: model,
    },
    skills: { directories: ["a", "/b", "C:\\c"] },
  });
  assert.deepEqual(problems, []);
  const auth = { kind: "api_key", file: "/key" };
  assert.equal(manifest?.pod.prompt_pack, "/m/p.toml");
  assert.deepEqual(manifest?.model.auth, auth);
  assert.deepEqual(manifest?.compaction?.model?.auth, auth);
  assert.deepEqual(manifest?.memory?.extract_model?.auth, auth);
  assert.deepEqual(manifest?.memory?.consolidation_model?.auth, auth);
  assert.equal(manifest?.memory?.workspace_root, "/m");
  assert.equal(manifest?.scope.allow[0]?.target, "/m");
  assert.deepEqual(manifest?.skills?.directories, ["/m/a", "/b", "C:/c"]);
});

Deno.test("completeManifest: podName wins over the file's, and is enough", async () => {
  const { pod: _, ...nameless } = LEAST;
  for (const raw of [LEAST, nameless]) {
    const { manifest } = await complete(raw, { podName: "other" });
    assert.deepEqual(manifest?.pod, { name: "other" });
  }
});

Deno.test("completeManifest: every older spelling of compaction", async () => {
  const { manifest, problems } = await complete({
    ...LEAST,
    compaction: {
      compact_threshold: 90001,
      compact_request_threshold: 90002,
      compact_retained_tokens: 3,
      compact_worker_max_input_tokens: 90004,
      compact_worker_max_turns: 5,
      compact_auto_read_budget: 6,
    },
  });
  assert.deepEqual(problems, []);
  assert.equal(manifest?.compaction?.threshold, 90001);
  assert.equal(manifest?.compaction?.request_threshold, 90002);
  assert.equal(manifest?.compaction?.retained_tokens, 3);
  assert.equal(manifest?.compaction?.worker_context_max_tokens, 90004);
  assert.equal(manifest?.compaction?.worker_max_turns, 5);
  assert.equal(manifest?.compaction?.auto_read_budget_tokens, 6);
});

Deno.test("completeManifest: unknown fields are left out with a warning", async () => {
  const { manifest, problems } = await complete({
    worker: { reasonning: "high" },
    ...LEAST,
    scope: { allow: [{ target: "/a", permission: "read", recursiv: true }] },
  });
  assert.deepEqual(manifest?.scope.allow, [
    { target: "/a", permission: "read", recursive: true },
  ]);
  assert.ok(!Object.hasOwn(manifest!.worker, "reasonning"));
  assert.deepEqual(problems, [
    {
      code: "unknown-field",
      severity: "warning",
      message: "unknown field `worker.reasonning`: it is left out",
      path: ["worker", "reasonning"],
      at: "key",
      fixes: [{ replace: "key", put: "reasoning" }],
    },
    {
      code: "unknown-field",
      severity: "warning",
      message: "unknown field `scope.allow[0].recursiv`: it is left out",
      path: ["scope", "allow", 0, "recursiv"],
      at: "key",
      fixes: [{ replace: "key", put: "recursive" }],
    },
  ]);
});

Deno.test("completeManifest: a field is missing where its misspelt name stands", async () => {
  const { problems } = await complete({ ...LEAST, pod: { nmae: "t" } });
  assert.deepEqual(problems.map((p) => [p.severity, p.code, p.path, p.fixes]), [
    ["error", "missing-field", ["pod", "nmae"], [
      { replace: "key", put: "name" },
    ]],
  ]);
});

Deno.test("completeManifest: what only a profile has is said to be one's", async () => {
  const { problems } = await complete({
    ...LEAST,
    model: { ...LEAST.model, quality: "high" },
  });
  assert.match(problems[0]?.help ?? "", /^only a profile has it/);
});

Deno.test("completeManifest: strictly, unknown fields are errors", async () => {
  const { manifest, problems } = await complete({ ...LEAST, x: 1 }, {
    strict: true,
  });
  assert.equal(manifest, undefined);
  assert.deepEqual(problems.map((p) => [p.severity, p.message]), [
    ["error", "unknown field `x`"],
  ]);
});

Deno.test("completeManifest: threshold not below request_threshold is a warning", async () => {
  const { manifest, problems } = await complete({
    ...LEAST,
    compaction: { compact_threshold: 50000, request_threshold: 50000 },
  });
  assert.ok(manifest);
  assert.deepEqual(
    problems.map(({ code, severity, path }) => [code, severity, path]),
    [
      ["compaction-order", "warning", ["compaction", "compact_threshold"]],
    ],
  );
});

/** The codes and fields of the errors in a file that is otherwise right. */
const REFUSED: readonly {
  readonly file: Record<string, unknown>;
  readonly errors: readonly string[];
}[] = [
  { file: { pod: undefined }, errors: ["missing-field pod.name"] },
  { file: { pod: { name: "a/b" } }, errors: ["invalid-value pod.name"] },
  { file: { pod: 5 }, errors: ["invalid-type pod"] },
  { file: { model: undefined }, errors: ["missing-field model"] },
  { file: { model: "anthropic/x" }, errors: ["invalid-type model"] },
  { file: { model: { ref: 5 } }, errors: ["invalid-type model.ref"] },
  {
    file: { model: { ref: "anthropik/x", context_window: "1" } },
    errors: ["invalid-type model.context_window", "provider-unknown model.ref"],
  },
  {
    file: { model: { model_id: "x" }, worker: { top_p: 2 } },
    errors: ["invalid-value worker.top_p", "model-incomplete model"],
  },
  { file: { scope: undefined }, errors: ["missing-field scope"] },
  { file: { scope: { allow: [] } }, errors: ["invalid-value scope.allow"] },
  {
    file: { scope: { allow: [{ target: "x" }] } },
    errors: ["missing-field scope.allow[0].permission"],
  },
  {
    file: { worker: { tool_output: 5, max_turns: 0 } },
    errors: [
      "invalid-type worker.tool_output",
      "invalid-value worker.max_turns",
    ],
  },
  {
    file: { compaction: { compact_threshold: "5" } },
    errors: ["invalid-type compaction.compact_threshold"],
  },
  {
    file: { compaction: { compact_threshold: 1, threshold: 2 } },
    errors: ["conflicting-fields compaction.compact_threshold"],
  },
  {
    file: { compaction: { prune_protected_turns: 1 } },
    errors: ["removed-field compaction.prune_protected_turns"],
  },
  {
    file: { memory: { extract_worker_max_input_tokens: 1 } },
    errors: ["removed-field memory.extract_worker_max_input_tokens"],
  },
  {
    file: { permissions: {} },
    errors: ["missing-field permissions.default_action"],
  },
  {
    file: { compaction: { threshold: { ratio: 0.5 } } },
    errors: ["invalid-type compaction.threshold"],
  },
  {
    file: { skills: { directories: ["a\u0000b"] } },
    errors: ["invalid-value skills.directories[0]"],
  },
];

for (const { file, errors } of REFUSED) {
  Deno.test(`completeManifest: ${errors.join(", ")} in ${JSON.stringify(file)}`, async () => {
    const raw: Record<string, unknown> = { ...LEAST, ...file };
    for (const [key, value] of Object.entries(file)) {
      if (value === undefined) delete raw[key];
    }
    const { manifest, problems } = await complete(raw);
    assert.equal(manifest, undefined);
    assert.deepEqual(
      problems.map(({ code, path }) => `${code} ${printFieldPath(path)}`)
        .sort(),
      errors.toSorted(),
    );
  });
}

Deno.test("completeManifest: what another kind of login or cache has is left out with a warning", async () => {
  const { manifest, problems } = await complete({
    ...LEAST,
    model: {
      scheme: "anthropic",
      model_id: "m",
      context_window: 200000,
      auth: { kind: "none", env: "X" },
      capability: {
        tool_calling: "parallel",
        structured_output: "none",
        prompt_caching: { kind: "auto", max_breakpoints: 4 },
      },
    },
  });
  assert.deepEqual(manifest?.model.auth, { kind: "none" });
  assert.deepEqual(manifest?.model.capability.prompt_caching, { kind: "auto" });
  assert.deepEqual(
    problems.map(({ severity, code, path }) =>
      `${severity} ${code} ${printFieldPath(path)}`
    ),
    [
      "warning unknown-field model.auth.env",
      "warning unknown-field model.capability.prompt_caching.max_breakpoints",
    ],
  );
});

Deno.test("completeManifest: a file that is no table", async () => {
  for (const raw of [null, 5, "x", []]) {
    const { manifest, problems } = await complete(raw);
    assert.equal(manifest, undefined);
    assert.deepEqual(problems.map(({ code, path }) => [code, path]), [
      ["invalid-type", []],
    ]);
  }
});

const KEY = "AKIAIOSFODNN7EXAMPLE";

const WITH_SECRETS: readonly (readonly [
  file: Record<string, unknown>,
  path: string,
  says: RegExp,
])[] = [
  [{ worker: { language: KEY } }, "worker.language", /an AWS access key/],
  [
    { worker: { stop_sequences: ["a", `see ${KEY}`] } },
    "worker.stop_sequences[1]",
    /an AWS access key/,
  ],
  [
    { worker: { tool_output: { per_tool: { [KEY]: 1 } } } },
    "worker.tool_output.per_tool",
    /a field name in/,
  ],
  [{ [KEY]: 1 }, "", /a field name at the top/],
  [
    { permissions: { default_action: "deny", rule: [{ pattern: KEY }] } },
    "permissions.rule[0].pattern",
    /an AWS access key/,
  ],
  [{ profile: { source: { path: KEY } } }, "profile.source.path", /AWS/],
  [
    { web: { search: { api_key: "hunter2" } } },
    "web.search.api_key",
    /is a field for a secret's value/,
  ],
  [
    { memory: { nonsense: [{ password: "hunter2" }] } },
    "memory.nonsense[0].password",
    /is a field for a secret's value/,
  ],
];

for (const [file, path, says] of WITH_SECRETS) {
  Deno.test(`completeManifest: a secret in ${path || "a name"} is one error that hides it`, async () => {
    const { manifest, problems, secrets } = await complete({
      ...LEAST,
      ...file,
    });
    assert.equal(manifest, undefined);
    const held = problems.filter(({ code }) => code === "secret-value");
    assert.deepEqual(held.map((p) => printFieldPath(p.path)), [path]);
    assert.match(held[0]!.message, says);
    assert.match(held[0]!.message, /a manifest never holds/);
    assert.ok(!JSON.stringify(problems).match(/AKIA|hunter2/));
    assert.equal(secrets.length, 1);
    const again = problems.filter((p) =>
      p.code !== "secret-value" && path !== "" &&
      printFieldPath(p.path) === path
    );
    assert.deepEqual(again, []);
  });
}

Deno.test("completeManifest: a mistyped max_tokens and references are no secrets", async () => {
  const { manifest, problems } = await complete({
    ...LEAST,
    worker: { max_token: 4096 },
    web: { search: { api_key_env: "BRAVE_API_KEY" } },
    model: {
      ...LEAST.model,
      auth: { kind: "secret_ref", ref: "llm.anthropic.default" },
    },
  });
  assert.ok(manifest);
  assert.ok(problems.some(({ code }) => code === "unknown-field"));
  assert.ok(problems.every(({ code }) => code !== "secret-value"));
});

Deno.test("completeManifest: of a thousand secrets a hundred are told", async () => {
  const { problems } = await complete({
    ...LEAST,
    worker: { stop_sequences: Array.from({ length: 1000 }, () => KEY) },
  });
  assert.equal(problems.length, 101);
  assert.equal(problems.at(-1)!.code, "problems-cut");
});

Deno.test("completeManifest: an empty path is no path, and not the directory", async () => {
  const { manifest, problems } = await complete({
    ...LEAST,
    memory: { workspace_root: "" },
  });
  assert.equal(manifest, undefined);
  assert.deepEqual(problems.map(({ code, path }) => [code, path.join(".")]), [
    ["invalid-value", "memory.workspace_root"],
  ]);
});

Deno.test("completeManifest: a budget of a model that is looked up gets room for the answer", async () => {
  const { manifest } = await complete({
    ...LEAST,
    worker: { reasoning: 16000 },
  });
  assert.ok(manifest!.worker.max_tokens! > 16000);
});

Deno.test("completeManifest: without a budget nothing is filled in for the answer", async () => {
  const { manifest } = await complete({
    ...LEAST,
    model: {
      scheme: "openai_chat",
      model_id: "m",
      auth: { kind: "none" },
      context_window: 9000,
    },
  });
  assert.equal(Object.hasOwn(manifest!.worker, "max_tokens"), false);
});
