import type { Compaction } from "../../lib/schema/compaction.ts";
import type { PinnedModel } from "../../lib/schema/model.ts";
import type { PodManifest } from "../../lib/schema/pod_manifest.ts";

/** Every section that must be there, and nothing else. */
export const SMALLEST: PodManifest = {
  pod: { name: "demo" },
  model: {
    scheme: "anthropic",
    base_url: "https://api.anthropic.com",
    model_id: "m",
    auth: { kind: "none" },
    capability: {
      tool_calling: "none",
      structured_output: "none",
      vision: false,
      prompt_caching: { kind: "auto" },
    },
    context_window: 200000,
    max_context_window: 200000,
  },
  worker: {
    instruction: "$insomnia/default",
    language: "",
    stop_sequences: [],
    tool_output: { default_max_bytes: 65536, per_tool: {} },
    file_upload: { max_bytes: 262144 },
  },
  scope: {
    allow: [{ target: "/ws", permission: "write", recursive: true }],
    deny: [],
  },
  session: { record_event_trace: false },
};

/** `compaction = {}` of a model with a window that is large enough. */
export const COMPACTION_DEFAULTS: Compaction = {
  prune_protected_tokens: 8000,
  prune_min_savings: 4096,
  retained_tokens: 8000,
  overview_target_tokens: 8000,
  overview_warning_tokens: 16000,
  overview_deadline_tokens: 40000,
  worker_context_max_tokens: 50000,
  finish_warning_remaining_tokens: 8000,
  final_reserve_tokens: 4000,
  worker_max_turns: 20,
  summary_target_tokens: 2000,
  summary_max_tokens: 4000,
  auto_read_budget_tokens: 8000,
  result_context_max_tokens: 60000,
};

/** `anthropic/claude-haiku-4-5` of the builtin catalog, pinned. */
export const HAIKU: PinnedModel = {
  scheme: "anthropic",
  base_url: "https://api.anthropic.com",
  model_id: "claude-haiku-4-5",
  auth: { kind: "api_key", env: "INSOMNIA_API_KEY_ANTHROPIC" },
  capability: {
    tool_calling: "parallel",
    structured_output: "json_schema",
    reasoning: "budget_tokens",
    vision: true,
    prompt_caching: { kind: "explicit", max_breakpoints: 4 },
  },
  context_window: 200000,
  max_context_window: 200000,
};
