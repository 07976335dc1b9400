import assert from "node:assert/strict";
import { printFieldPath } from "../../lib/base/field_path.ts";
import type { JsonValue } from "../../lib/base/json.ts";
import { furtherProblems } from "../../lib/manifest/further_problems.ts";
import { validateProfile } from "../../lib/profile/validate_profile.ts";
import { BUILTIN_CATALOG } from "../catalog/builtin_catalog.ts";

/** `code path` of what a profile with errors would have wrong beside them. */
async function further(raw: JsonValue): Promise<string[]> {
  const { profile, salvaged } = await validateProfile(raw, {
    catalog: BUILTIN_CATALOG,
    trustedOrigins: [],
    isUsersWord: () => false,
    directory: "/ws",
  });
  assert.equal(profile, undefined, "the profile has an error of its shape");
  assert.ok(salvaged, "something is left of it");
  return furtherProblems({
    profile: salvaged.profile,
    launch: { podName: "demo", workspaceBase: "/ws" },
    catalog: BUILTIN_CATALOG,
    profileDirectory: "/ws",
  }, salvaged.dropped).map(({ code, path }) =>
    `${code} ${printFieldPath(path)}`
  );
}

const MODEL = "codex-oauth/gpt-5.5";
const ORDER = { threshold: 50000, request_threshold: 40000 };

const ROWS: readonly [
  what: string,
  raw: JsonValue,
  expected: readonly string[],
][] = [
  ["rules, beside an unknown field", {
    model: MODEL,
    zeta: 1,
    compaction: ORDER,
  }, ["compaction-order compaction.threshold"]],
  ["rules, beside a refused section and a word that is no scope", {
    model: MODEL,
    pod: { name: "x" },
    scope: "write",
    compaction: { worker_context_max_tokens: 7000 },
  }, ["compaction-worker-window compaction.worker_context_max_tokens"]],
  ["models that are not known, beside wrong fields of theirs", {
    model: { ref: "nope/x", context_window: "big" },
    compaction: { model: "anthropic/unheard-of" },
  }, [
    "provider-unknown model.ref",
    "model-unknown compaction.model.ref",
  ]],
  ["the order of tokens, where there is no model", {
    compaction: ORDER,
  }, ["compaction-order compaction.threshold"]],
  ["nothing of a window that was not meant", {
    model: { ref: MODEL, max_context_window: "small" },
    compaction: { request_threshold: 272000 },
    worker: { reasoning: { ratio: 0.5 } },
  }, []],
  ["nothing of a field that was dropped, where the preset's takes its place", {
    model: MODEL,
    compaction: {
      preset: "long_coding",
      threshold: "x",
      request_threshold: 30000,
    },
  }, []],
  ["nothing of a default, where the field may be misspelt", {
    model: { ref: MODEL, context_window: 20000 },
    compaction: { worker_context_max_token: 9000 },
  }, []],
  ["nothing of a model that a credential is missing in", {
    model: {
      scheme: "gemini",
      model_id: "x",
      auth: { key: "tiger" },
    },
  }, []],
  ["a window that is known, beside another section's model that is not", {
    model: MODEL,
    compaction: { model: MODEL, worker_context_max_tokens: 300000 },
    memory: { model: { ref: 5 } },
  }, ["compaction-worker-window compaction.worker_context_max_tokens"]],
  ["a section that needs what had to go goes as a whole", {
    model: MODEL,
    permissions: { default_action: "maybe" },
    compaction: ORDER,
  }, ["compaction-order compaction.threshold"]],
];

for (const [what, raw, expected] of ROWS) {
  Deno.test(`furtherProblems: ${what}`, async () => {
    assert.deepEqual(await further(raw), expected);
  });
}
