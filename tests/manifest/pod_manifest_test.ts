import assert from "node:assert/strict";
import { explainManifestProblems } from "../../lib/manifest/explain_manifest_problems.ts";
import { isPodManifest } from "../../lib/manifest/is_pod_manifest.ts";
import { withField } from "../schema/with_field.ts";
import { COMPACTION_DEFAULTS, SMALLEST } from "./known_sections.ts";

const SHA = "0".repeat(64);

const CAPABILITY = {
  tool_calling: "parallel",
  structured_output: "json_schema",
  vision: false,
  prompt_caching: { kind: "auto" },
};

const PROVENANCE = {
  source: { kind: "path", path: "/ws/coder.lua" },
  profile: { name: "coder", format: "insomnia.lua-profile.v1" },
  inputs: {
    modules: [{ name: "coder.lua", sha256: SHA }],
    models: { "model": "a/b", "memory.extract_model": "a/c/d" },
    catalog: { providers: "builtin", models: "user", sha256: SHA },
    resolver: "insomnia-profile 0.1.0",
  },
  digest: `sha256:${SHA}`,
};

const ACCEPTED: readonly (readonly [path: string, ...values: unknown[]])[] = [
  ["pod.name", "a", "..x", "日本", "a b", "é".repeat(127), "x".repeat(255)],
  ["pod.prompt_pack", "/p", "C:/p"],
  ["model.scheme", "anthropic", "openai_chat", "openai_responses", "gemini"],
  ["model.base_url", "http://localhost:11434", "https://a.b/v1"],
  [
    "model.auth",
    { kind: "none" },
    { kind: "codex_oauth" },
    { kind: "api_key" },
    {
      kind: "api_key",
      env: "A_1",
      file: "/k",
    },
    { kind: "secret_ref", ref: "llm.anthropic/default" },
  ],
  ["model.capability", CAPABILITY, { ...CAPABILITY, reasoning: "both" }, {
    ...CAPABILITY,
    prompt_caching: { kind: "explicit", max_breakpoints: 255 },
  }],
  ["model.context_window", 0, 2 ** 53 - 1],
  ["model.max_context_window", 272000],
  ["worker.instruction", "$user/reviewer", "$workspace/a b/c.md"],
  ["worker.max_tokens", 1],
  ["worker.max_turns", 1],
  ["worker.temperature", 0, 0.3, 2],
  ["worker.top_p", 0, 1],
  ["worker.top_k", 0, 40],
  ["worker.stop_sequences", [""], ["\n\n"]],
  ["worker.reasoning", "minimal", "x-high.2", -1, 0, 80000],
  ["worker.tool_output.per_tool", { Grep: 0 }, { "mcp:x/y z": 1 }],
  ["permissions", { default_action: "ask", rule: [] }, {
    default_action: "deny",
    rule: [{ tool: "Bash", pattern: "git *", action: "allow" }],
  }],
  ["compaction", COMPACTION_DEFAULTS, {
    ...COMPACTION_DEFAULTS,
    threshold: 1,
    request_threshold: 2,
    model: SMALLEST.model,
  }],
  ["memory", {}, { workspace_root: "/m", extract_model: SMALLEST.model }],
  ["web", {}, { enabled: true, search: { provider: "brave" }, fetch: {} }],
  ["web.search.api_key_env", "BRAVE_SEARCH_API_KEY"],
  ["skills", { directories: [] }, { directories: ["/s"] }],
  ["profile", PROVENANCE],
  ["profile", {
    ...PROVENANCE,
    source: { kind: "registry", source: "user", name: "n", path: "/p" },
  }],
];

for (const [path, ...values] of ACCEPTED) {
  Deno.test(`isPodManifest accepts ${path}`, () => {
    for (const value of values) {
      const manifest = withField(SMALLEST, path, value);
      assert.deepEqual(explainManifestProblems(manifest), []);
      assert.ok(isPodManifest(manifest));
    }
  });
}

const REFUSED: readonly (readonly [
  path: string,
  value: unknown,
  problem: string,
])[] = [
  ["pod.name", "", "`pod.name` must not be empty"],
  ...[".", "..", "a/b", "a\\b", "a\0", "a\u0085", "\ud800", "é".repeat(128)]
    .map((name) =>
      [
        "pod.name",
        name,
        "`pod.name` must be one folder name: not empty, not `.` or `..`, no `/`, no `\\`, no control character, at most 255 bytes: this string is not",
      ] as const
    ),
  ["pod.name", undefined, "`pod.name` is missing"],
  [
    "pod.prompt_pack",
    "p",
    "`pod.prompt_pack` must be an absolute path: this string is not",
  ],
  ["pod.x", 1, "unknown field `pod.x`"],
  ["model", undefined, "`model` is missing"],
  ["model", "a/b", "`model` must be a table: it is a string"],
  ["model.quality", "high", "unknown field `model.quality`"],
  ["model.ref", "a/b", "unknown field `model.ref`"],
  [
    "model.scheme",
    "openai",
    "`model.scheme` must be one of `anthropic`, `openai_chat`, `openai_responses`, `gemini`: it is `openai`",
  ],
  [
    "model.base_url",
    "localhost",
    "`model.base_url` must be an `http://` or `https://` URL without a user name, `#` or `\\`, its host in ASCII: this string is not",
  ],
  [
    "model.base_url",
    "https://a b",
    "`model.base_url` must be an `http://` or `https://` URL without a user name, `#` or `\\`, its host in ASCII: this string is not",
  ],
  ["model.auth", {}, "`model.auth.kind` is missing"],
  [
    "model.auth",
    { kind: 1 },
    "`model.auth.kind` must be one of `none`, `api_key`, `codex_oauth`, `secret_ref`: it is a number",
  ],
  ["model.auth", { kind: "none", env: "A" }, "unknown field `model.auth.env`"],
  [
    "model.auth",
    { kind: "api_key", file: "k" },
    "`model.auth.file` must be an absolute path: this string is not",
  ],
  [
    "model.auth",
    { kind: "api_key", env: "1A" },
    "`model.auth.env` must be the name of an environment variable, such as `ANTHROPIC_API_KEY` (letters, digits and _): this string is not",
  ],
  ["model.auth", { kind: "secret_ref" }, "`model.auth.ref` is missing"],
  [
    "model.auth",
    { kind: "secret_ref", ref: ".a" },
    "`model.auth.ref` must be the name of a secret, such as `llm.anthropic.default` (letters, digits and . _ / -, at most 128): this string is not",
  ],
  [
    "model.capability",
    {
      ...CAPABILITY,
      prompt_caching: { kind: "explicit", max_breakpoints: 256 },
    },
    "`model.capability.prompt_caching.max_breakpoints` must be from 0 to 255: it is 256",
  ],
  [
    "model.context_window",
    2 ** 53,
    "`model.context_window` must be at most 9007199254740991: it is 9007199254740992",
  ],
  [
    "model.context_window",
    null,
    "`model.context_window` must be a whole number: it is null",
  ],
  [
    "worker.instruction",
    "$insomnia/",
    "`worker.instruction` must be a prompt reference: `$insomnia/...`, `$user/...` or `$workspace/...`: this string is not",
  ],
  [
    "worker.instruction",
    "$user/../x",
    "`worker.instruction` must be a prompt reference: `$insomnia/...`, `$user/...` or `$workspace/...`: this string is not",
  ],
  ["worker.language", undefined, "`worker.language` is missing"],
  ["worker.max_tokens", 0, "`worker.max_tokens` must be at least 1: it is 0"],
  [
    "worker.max_turns",
    "3",
    "`worker.max_turns` must be a whole number: it is a string",
  ],
  [
    "worker.temperature",
    2.1,
    "`worker.temperature` must be from 0 to 2: it is 2.1",
  ],
  ["worker.top_p", -0.1, "`worker.top_p` must be from 0 to 1: it is -0.1"],
  ["worker.top_k", 1.5, "`worker.top_k` must be a whole number: 1.5 is not"],
  [
    "worker.stop_sequences",
    "x",
    "`worker.stop_sequences` must be a list: it is a string",
  ],
  ["worker.reasoning", -2, "`worker.reasoning` must be at least -1: it is -2"],
  [
    "worker.reasoning",
    { ratio: 0.5 },
    "`worker.reasoning` must be a string or a whole number: it is a table",
  ],
  [
    "worker.tool_output.per_tool",
    { "": 1 },
    "a name in `worker.tool_output.per_tool` must not be empty",
  ],
  ["scope.allow", [], "`scope.allow` must have at least one item: it has none"],
  [
    "scope.allow",
    [{ target: "ws", permission: "read", recursive: true }],
    "`scope.allow[0].target` must be an absolute path: this string is not",
  ],
  ["scope.deny", undefined, "`scope.deny` is missing"],
  [
    "session.record_event_trace",
    "true",
    "`session.record_event_trace` must be `true` or `false`: it is a string",
  ],
  ["permissions", { rule: [] }, "`permissions.default_action` is missing"],
  [
    "permissions",
    {
      default_action: "ask",
      rule: [{ tool: "B", pattern: "*", action: "alow" }],
    },
    "`permissions.rule[0].action` must be one of `allow`, `deny`, `ask`: it is `alow`",
  ],
  [
    "compaction",
    { ...COMPACTION_DEFAULTS, preset: "research" },
    "unknown field `compaction.preset`",
  ],
  [
    "compaction",
    { ...COMPACTION_DEFAULTS, threshold: 0.5 },
    "`compaction.threshold` must be a whole number: 0.5 is not",
  ],
  [
    "memory",
    { workspace_root: "m" },
    "`memory.workspace_root` must be an absolute path: this string is not",
  ],
  [
    "web.search.provider",
    "bing",
    "`web.search.provider` must be `brave`: it is `bing`",
  ],
  [
    "web.fetch.redirect_limit",
    -1,
    "`web.fetch.redirect_limit` must be at least 0: it is -1",
  ],
  [
    "skills",
    { directories: ["s"] },
    "`skills.directories[0]` must be an absolute path: this string is not",
  ],
  [
    "profile",
    { ...PROVENANCE, digest: SHA },
    "`profile.digest` must be `sha256:` and 64 hexadecimal digits: this string is not",
  ],
  ["extra", 1, "unknown field `extra`"],
];

for (const [path, value, message] of REFUSED) {
  Deno.test(`isPodManifest refuses ${path} = ${JSON.stringify(value)?.slice(0, 60)}`, () => {
    const manifest = withField(SMALLEST, path, value);
    const problems = explainManifestProblems(manifest);
    assert.deepEqual(problems.map((problem) => problem.message), [message]);
    assert.equal(isPodManifest(manifest), false);
  });
}
