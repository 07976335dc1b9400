import assert from "node:assert/strict";
import fc from "../fast_check.ts";
import { parse } from "npm:smol-toml@1.9.1";
import { isPodManifest } from "../../lib/manifest/is_pod_manifest.ts";
import type { PodManifest } from "../../lib/schema/pod_manifest.ts";
import { printManifest } from "../../lib/print/print_manifest.ts";
import { BUILTIN_CATALOG } from "../catalog/builtin_catalog.ts";
import { manifestizeWith, manifestOf } from "../manifest/manifest_inputs.ts";

const FULL = manifestOf({
  worker: { temperature: 1, top_p: 0.96, max_tokens: 8000, reasoning: 5000 },
  permissions: {
    default_action: "ask",
    rule: [{ tool: "Bash", pattern: "git *", action: "allow" }],
  },
  compaction: { preset: "balanced" },
  memory: { preset: "light" },
  web: { enabled: true, fetch: { enabled: true } },
  skills: { directories: ["skills"] },
});

Deno.test("printManifest: TOML reads like a file a person wrote", () => {
  assert.equal(
    printManifest(FULL, "toml"),
    `[pod]
name = "demo"

[model]
scheme = "anthropic"
base_url = "https://api.anthropic.com"
model_id = "claude-haiku-4-5"
auth = { kind = "api_key", env = "INSOMNIA_API_KEY_ANTHROPIC" }
context_window = 200000
max_context_window = 200000

[model.capability]
tool_calling = "parallel"
structured_output = "json_schema"
reasoning = "budget_tokens"
vision = true
prompt_caching = { kind = "explicit", max_breakpoints = 4 }

[worker]
instruction = "$insomnia/default"
language = "match the user's language unless they explicitly request another language"
max_tokens = 8000
temperature = 1.0
top_p = 0.96
stop_sequences = []
reasoning = 5000
tool_output = { default_max_bytes = 65536, per_tool = {} }
file_upload = { max_bytes = 262144 }

[scope]
deny = []

[[scope.allow]]
target = "/ws"
permission = "write"
recursive = true

[session]
record_event_trace = false

[permissions]
default_action = "ask"

[[permissions.rule]]
tool = "Bash"
pattern = "git *"
action = "allow"

[compaction]
prune_protected_tokens = 8000
prune_min_savings = 4096
threshold = 120000
request_threshold = 150000
retained_tokens = 8000
overview_target_tokens = 8000
overview_warning_tokens = 16000
overview_deadline_tokens = 40000
worker_context_max_tokens = 60000
finish_warning_remaining_tokens = 8000
final_reserve_tokens = 4000
worker_max_turns = 20
summary_target_tokens = 2000
summary_max_tokens = 4000
auto_read_budget_tokens = 8000
result_context_max_tokens = 60000

[memory]
extract_threshold = 50000
consolidation_threshold_files = 10
consolidation_threshold_bytes = 100000

[web]
enabled = true
fetch = { enabled = true }

[skills]
directories = ["/ws/.insomnia/skills"]
`,
  );
});

Deno.test("printManifest: JSON has two spaces, the order of the tables, a newline", () => {
  const text = printManifest(FULL, "json");
  assert.equal(text, `${JSON.stringify(FULL, null, 2)}\n`);
  assert.deepEqual(Object.keys(JSON.parse(text)), [
    "pod",
    "model",
    "worker",
    "scope",
    "session",
    "permissions",
    "compaction",
    "memory",
    "web",
    "skills",
  ]);
});

Deno.test("printManifest: names of tools go by code unit", () => {
  const { worker } = JSON.parse(printManifest(
    manifestOf({
      worker: { tool_output: { per_tool: { b: 1, Z: 2, a: 3 } } },
    }),
    "json",
  ));
  assert.deepEqual(Object.keys(worker.tool_output.per_tool), ["Z", "a", "b"]);
});

/** The same value with the fields of every object in another order. */
function reversed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(reversed);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).reverse().map(([key, item]) => [key, reversed(item)]),
  );
}

const text = fc.string({ unit: "grapheme", minLength: 1 });
const tokens = fc.integer({ min: 0, max: 2 ** 53 - 1 });
const profile = fc.record({
  model: fc.constantFrom(...BUILTIN_CATALOG.models.map(({ provider, id }) => ({
    ref: `${provider}/${id}`,
    quality: "high" as const,
  }))),
  worker: fc.record({
    language: text,
    max_tokens: fc.integer({ min: 1, max: 2 ** 32 - 1 }),
    temperature: fc.double({ min: 0, max: 2, noNaN: true }),
    top_p: fc.double({ min: 0, max: 1, noNaN: true }),
    stop_sequences: fc.array(text),
    // No profile has a tool of this name: see isProfileInput.
    tool_output: fc.record({
      per_tool: fc.dictionary(text.filter((it) => it !== "__proto__"), tokens),
    }),
  }, { requiredKeys: [] }),
  permissions: fc.record({
    default_action: fc.constantFrom("allow", "deny", "ask"),
    rule: fc.array(
      fc.record({
        tool: text,
        pattern: text,
        action: fc.constant("ask" as const),
      }),
    ),
  }),
  compaction: fc.record({
    preset: fc.constantFrom("long_coding", "research", "balanced"),
    worker_max_turns: fc.integer({ min: 0, max: 2 ** 32 - 1 }),
  }, { requiredKeys: [] }),
  memory: fc.record({
    preset: fc.constantFrom("long_context", "light"),
    inject_summary: fc.boolean(),
    language: text,
  }, { requiredKeys: [] }),
  web: fc.record({
    enabled: fc.boolean(),
    search: fc.record({ timeout_secs: tokens }, { requiredKeys: [] }),
  }, { requiredKeys: [] }),
}, { requiredKeys: ["model"] });

Deno.test("printManifest: what is made is valid, survives JSON and TOML, in any order", () => {
  fc.assert(fc.property(profile, (fields) => {
    const { manifest, problems } = manifestizeWith(fields);
    // An answer that leaves no room for compaction.
    fc.pre(problems.every(({ severity }) => severity !== "error"));
    assert.ok(isPodManifest(manifest));
    const json = printManifest(manifest, "json");
    const toml = printManifest(manifest, "toml");
    const shuffled = reversed(manifest) as PodManifest;
    assert.equal(printManifest(shuffled, "json"), json);
    assert.equal(printManifest(shuffled, "toml"), toml);
    const read = JSON.parse(JSON.stringify(parse(toml))) as PodManifest;
    assert.ok(isPodManifest(read));
    assert.equal(printManifest(read, "json"), json);
  }));
});
