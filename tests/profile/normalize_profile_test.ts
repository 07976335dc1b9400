import assert from "node:assert/strict";
import type { JsonValue } from "../../lib/base/json.ts";
import { writtenPath } from "../../lib/base/moved_field.ts";
import { normalizeProfile } from "../../lib/profile/normalize_profile.ts";

const WRITE = { intent: "workspace_write" };

Deno.test("normalizeProfile spells out, renames and fills in", () => {
  const rows: [JsonValue, JsonValue][] = [
    [{ model: "a/b" }, { model: { ref: "a/b" }, scope: WRITE }],
    [{ model: { ref: "a/b" } }, { model: { ref: "a/b" }, scope: WRITE }],
    [{ scope: "workspace_read" }, { scope: { intent: "workspace_read" } }],
    [{ scope: { intent: "x" } }, { scope: { intent: "x" } }],
    [{ compaction: { model: "a/b" } }, {
      compaction: { model: { ref: "a/b" } },
      scope: WRITE,
    }],
    [{ memory: { extract_model: "a/b", consolidation_model: "c/d" } }, {
      memory: {
        extract_model: { ref: "a/b" },
        consolidation_model: { ref: "c/d" },
      },
      scope: WRITE,
    }],
    [{ worker: { stop_sequences: {} } }, {
      worker: { stop_sequences: [] },
      scope: WRITE,
    }],
    [{ permissions: { default_action: "ask", rule: {} } }, {
      permissions: { default_action: "ask", rule: [] },
      scope: WRITE,
    }],
    [{ skills: { directories: {} } }, {
      skills: { directories: [] },
      scope: WRITE,
    }],
    [
      {
        compaction: {
          compact_threshold: 1,
          compact_request_threshold: { ratio: 0.5 },
          compact_retained_tokens: 3,
          compact_worker_max_input_tokens: 4,
          compact_worker_max_turns: 5,
          compact_auto_read_budget: 6,
        },
      },
      {
        compaction: {
          threshold: 1,
          request_threshold: { ratio: 0.5 },
          retained_tokens: 3,
          worker_context_max_tokens: 4,
          worker_max_turns: 5,
          auto_read_budget_tokens: 6,
        },
        scope: WRITE,
      },
    ],
    // What is not as expected stays, for the check of the shape.
    [{ model: 5, compaction: "x", memory: [] }, {
      model: 5,
      compaction: "x",
      memory: [],
      scope: WRITE,
    }],
    [{ web: { search: {} } }, { web: { search: {} }, scope: WRITE }],
    ["x", "x"],
  ];
  for (const [raw, expected] of rows) {
    const before = JSON.stringify(raw);
    const { value, problems } = normalizeProfile(raw);
    assert.equal(JSON.stringify(value), JSON.stringify(expected));
    assert.deepEqual(problems, []);
    assert.equal(JSON.stringify(raw), before, "the raw data stays as it is");
  }
});

Deno.test("normalizeProfile reports removed fields and both spellings of one", () => {
  const rows: [JsonValue, string, string][] = [
    [
      { compaction: { prune_protected_turns: 3 } },
      "removed-field",
      "compaction.prune_protected_turns",
    ],
    [
      { memory: { extract_worker_max_input_tokens: 3 } },
      "removed-field",
      "memory.extract_worker_max_input_tokens",
    ],
    [
      { compaction: { threshold: 1, compact_threshold: 2 } },
      "conflicting-fields",
      "compaction.compact_threshold",
    ],
    [
      { compaction: { compact_retained_tokens: 2, retained_tokens: 1 } },
      "conflicting-fields",
      "compaction.compact_retained_tokens",
    ],
    [
      { memory: { extract_threshold: 1, extract_threshold_ratio: 0.5 } },
      "conflicting-fields",
      "memory.extract_threshold_ratio",
    ],
  ];
  for (const [raw, code, path] of rows) {
    const { problems } = normalizeProfile(raw);
    assert.deepEqual(problems.map((p) => [p.code, p.path.join(".")]), [[
      code,
      path,
    ]]);
    assert.ok(problems[0]!.help);
  }
  const removed = normalizeProfile({
    compaction: { prune_protected_turns: 3 },
  });
  assert.match(removed.problems[0]!.help!, /`prune_protected_tokens`/);
});

Deno.test("writtenPath leads back to what the author wrote", () => {
  const { moved } = normalizeProfile({
    model: "a/b",
    scope: "x",
    compaction: { compact_threshold: { ratio: 5 }, model: "a/b" },
  });
  const rows: [(string | number)[], (string | number)[]][] = [
    [["model", "ref"], ["model"]],
    [["model"], ["model"]],
    [["scope", "intent"], ["scope"]],
    [["compaction", "threshold"], ["compaction", "compact_threshold"]],
    [["compaction", "threshold", "ratio"], [
      "compaction",
      "compact_threshold",
      "ratio",
    ]],
    [["compaction", "model", "ref"], ["compaction", "model"]],
    [["worker", "reasoning"], ["worker", "reasoning"]],
  ];
  for (const [path, written] of rows) {
    assert.deepEqual(writtenPath(path, moved), written);
  }
});

Deno.test("normalizeProfile changes nothing of what it is given", () => {
  const raw = {
    model: "a/b",
    compaction: { compact_threshold: 1, model: "c/d" },
    worker: { stop_sequences: {} },
  };
  const before = JSON.stringify(raw);
  normalizeProfile(raw);
  assert.equal(JSON.stringify(raw), before);
});
