// What a field of the manifest is when nobody says it, as the runtime expects it.

/** Tokens of a window that neither the profile nor the catalog gives. */
export const DEFAULT_CONTEXT_WINDOW = 200_000;

/** Defaults of the worker section. */
export const WORKER_DEFAULTS = {
  instruction: "$insomnia/default",
  language:
    "match the user's language unless they explicitly request another language",
  stop_sequences: [],
  tool_output: { default_max_bytes: 65_536, per_tool: {} },
  file_upload: { max_bytes: 262_144 },
} as const;

/** Defaults of the compaction section, where there is one. */
export const COMPACTION_DEFAULTS = {
  prune_protected_tokens: 8_000,
  prune_min_savings: 4_096,
  retained_tokens: 8_000,
  overview_target_tokens: 8_000,
  overview_warning_tokens: 16_000,
  overview_deadline_tokens: 40_000,
  worker_context_max_tokens: 50_000,
  finish_warning_remaining_tokens: 8_000,
  final_reserve_tokens: 4_000,
  worker_max_turns: 20,
  summary_target_tokens: 2_000,
  summary_max_tokens: 4_000,
  auto_read_budget_tokens: 8_000,
  result_context_max_tokens: 60_000,
} as const;

/** The variable that holds the key of an `api_key` that names neither variable nor file. */
export const API_KEY_VARIABLES = {
  anthropic: "INSOMNIA_API_KEY_ANTHROPIC",
  openai_chat: "INSOMNIA_API_KEY_OPENAI",
  openai_responses: "INSOMNIA_API_KEY_OPENAI",
  gemini: "INSOMNIA_API_KEY_GEMINI",
} as const;
