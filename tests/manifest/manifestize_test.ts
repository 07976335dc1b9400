import assert from "node:assert/strict";
import { isPodManifest } from "../../lib/manifest/is_pod_manifest.ts";
import { COMPACTION_DEFAULTS, HAIKU } from "./known_sections.ts";
import { manifestizeWith, manifestOf } from "./manifest_inputs.ts";

Deno.test("manifestize: the least profile gets every default", () => {
  assert.deepEqual(manifestOf({}), {
    pod: { name: "demo" },
    model: HAIKU,
    worker: {
      instruction: "$insomnia/default",
      language:
        "match the user's language unless they explicitly request another language",
      max_tokens: 8192,
      stop_sequences: [],
      tool_output: { default_max_bytes: 65536, per_tool: {} },
      file_upload: { max_bytes: 262144 },
    },
    scope: {
      allow: [{ target: "/ws", permission: "write", recursive: true }],
      deny: [],
    },
    session: { record_event_trace: false },
  });
});

Deno.test("manifestize: a compaction section gets every default", () => {
  assert.deepEqual(
    manifestOf({ compaction: {} }).compaction,
    COMPACTION_DEFAULTS,
  );
});

Deno.test("manifestize: sections that turn something on stay, even empty", () => {
  const manifest = manifestOf({
    memory: {},
    web: {},
    permissions: { default_action: "ask" },
    skills: {},
  });
  assert.deepEqual(manifest.memory, {});
  assert.deepEqual(manifest.web, {});
  assert.deepEqual(manifest.permissions, { default_action: "ask", rule: [] });
  assert.deepEqual(manifest.skills, { directories: [] });
});

Deno.test("manifestize: on codex-oauth/gpt-5.5 the default's presets give the known figures", () => {
  const manifest = manifestOf({
    model: { ref: "codex-oauth/gpt-5.5" },
    worker: { reasoning: "high" },
    compaction: { preset: "long_coding" },
    memory: { preset: "long_context" },
    session: { record_event_trace: true },
  });
  assert.equal(manifest.model.context_window, 1000000);
  assert.equal(manifest.model.max_context_window, 272000);
  assert.equal(manifest.worker.reasoning, "high");
  assert.equal(manifest.compaction?.threshold, 200000);
  assert.equal(manifest.compaction?.request_threshold, 240000);
  assert.equal(manifest.compaction?.worker_context_max_tokens, 100000);
  assert.equal(manifest.memory?.extract_threshold, 50000);
  assert.equal(manifest.memory?.consolidation_threshold_files, 5);
  assert.equal(manifest.memory?.consolidation_threshold_bytes, 50000);
  assert.equal(manifest.session.record_event_trace, true);
});

Deno.test("manifestize: relative paths are the profile directory's", () => {
  const auth = { kind: "api_key", file: "keys/main" } as const;
  const manifest = manifestOf({
    model: { ref: "anthropic/claude-haiku-4-5", auth },
    compaction: { model: { ref: "anthropic/claude-haiku-4-5", auth } },
    memory: {
      workspace_root: "memory",
      extract_model: { ref: "anthropic/claude-haiku-4-5", auth },
      consolidation_model: { ref: "anthropic/claude-haiku-4-5", auth },
    },
    skills: { directories: ["skills", "./more/../other"] },
  });
  const absolute = { kind: "api_key", file: "/ws/.insomnia/keys/main" };
  assert.deepEqual(manifest.model.auth, absolute);
  assert.deepEqual(manifest.compaction?.model?.auth, absolute);
  assert.deepEqual(manifest.memory?.extract_model?.auth, absolute);
  assert.deepEqual(manifest.memory?.consolidation_model?.auth, absolute);
  assert.equal(manifest.memory?.workspace_root, "/ws/.insomnia/memory");
  assert.deepEqual(manifest.skills?.directories, [
    "/ws/.insomnia/skills",
    "/ws/.insomnia/other",
  ]);
});

Deno.test("manifestize: semantic fields never appear in a manifest", () => {
  const text = JSON.stringify(manifestOf({
    slug: "coder",
    description: "Writes code",
    role: "coder",
    model: { ref: "anthropic/claude-haiku-4-5", quality: "high" },
    compaction: {
      preset: "frugal",
      model: { ref: "anthropic/claude-haiku-4-5", quality: "low" },
    },
    memory: { preset: "light", extract_threshold_ratio: 0.5 },
  }));
  for (const word of ["slug", "Writes", "role", "quality", "preset", "ratio"]) {
    assert.ok(!text.includes(word), word);
  }
});

Deno.test("manifestize: all problems at once, and no manifest", () => {
  const { manifest, problems } = manifestizeWith({
    model: { ref: "codex-oauth/gpt-5.5" },
    worker: { reasoning: { ratio: 0.1 } },
    compaction: {
      threshold: 50000,
      request_threshold: 50000,
      worker_context_max_tokens: 10000,
      model: { model_id: "x" },
    },
    memory: { extract_model: { ref: "anthropik/x" } },
  });
  assert.equal(manifest, undefined);
  assert.deepEqual(problems.map(({ code }) => code).sort(), [
    "compaction-order",
    "model-incomplete",
    "provider-unknown",
    "reasoning-ratio",
  ]);
});

Deno.test("manifestize: without a window no rule about it is judged", () => {
  const { problems } = manifestizeWith({
    model: { ref: "nobody/x", quality: "high" },
    worker: { reasoning: { ratio: 0.5 } },
    compaction: { preset: "long_coding" },
    memory: { preset: "light" },
  });
  assert.deepEqual(problems.map(({ code }) => code), ["provider-unknown"]);
});

Deno.test("manifestize: a full profile becomes a valid manifest", () => {
  const manifest = manifestOf({
    worker: {
      instruction: "$user/x",
      language: "English",
      max_tokens: 1,
      max_turns: 2,
      temperature: 1,
      top_p: 0.5,
      top_k: 3,
      stop_sequences: ["x"],
      tool_output: { per_tool: { Read: 1 } },
      file_upload: {},
    },
    permissions: {
      default_action: "deny",
      rule: [{ tool: "Read", pattern: "*", action: "allow" }],
    },
    compaction: { preset: "balanced" },
    memory: { preset: "light", language: "English" },
    web: { enabled: true, search: { provider: "brave" } },
    skills: { directories: ["skills"] },
  });
  assert.ok(isPodManifest(manifest));
  assert.deepEqual(manifest.worker.tool_output, {
    default_max_bytes: 65536,
    per_tool: { Read: 1 },
  });
});
