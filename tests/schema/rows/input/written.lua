-- Every field of a profile that a manifest has as well, each with another value
-- than its default.
local function model(fields)
  fields.capability = fields.capability or {
    tool_calling = "sequential",
    structured_output = "json_object",
    reasoning = "both",
    vision = true,
    prompt_caching = { kind = "auto" },
  }
  fields.context_window = 300000
  fields.max_context_window = 250000
  return fields
end

return {
  model = model {
    scheme = "anthropic",
    base_url = "https://api.anthropic.com",
    model_id = "claude-sonnet-4-6",
    auth = { kind = "api_key", env = "ANTHROPIC_API_KEY", file = "keys/anthropic" },
    capability = {
      tool_calling = "parallel",
      structured_output = "json_schema",
      reasoning = "budget_tokens",
      vision = true,
      prompt_caching = { kind = "explicit", max_breakpoints = 3 },
    },
  },
  worker = {
    instruction = "$insomnia/reviewer",
    language = "English",
    max_tokens = 20001,
    max_turns = 51,
    temperature = 1,
    top_p = 0.96,
    top_k = 41,
    stop_sequences = { "END" },
    reasoning = 2001,
    tool_output = { default_max_bytes = 65001, per_tool = { Bash = 32001 } },
    file_upload = { max_bytes = 262001 },
  },
  scope = "workspace_read",
  session = { record_event_trace = true },
  permissions = {
    default_action = "allow",
    rule = { { tool = "Bash", pattern = "git *", action = "deny" } },
  },
  compaction = {
    prune_protected_tokens = 8001,
    prune_min_savings = 4001,
    threshold = 150001,
    request_threshold = 180001,
    retained_tokens = 8002,
    overview_target_tokens = 8003,
    overview_warning_tokens = 16001,
    overview_deadline_tokens = 40001,
    worker_context_max_tokens = 50001,
    finish_warning_remaining_tokens = 8004,
    final_reserve_tokens = 4002,
    worker_max_turns = 21,
    summary_target_tokens = 2001,
    summary_max_tokens = 4003,
    auto_read_budget_tokens = 8005,
    result_context_max_tokens = 60001,
    model = model {
      scheme = "openai_chat",
      base_url = "https://openrouter.ai/api",
      model_id = "some/model",
      auth = { kind = "secret_ref", ref = "llm.openrouter" },
    },
  },
  memory = {
    workspace_root = "notes",
    query_result_limit = 11,
    query_excerpt_lines = 4,
    inject_summary = false,
    language = "Latin",
    extract_model = model {
      scheme = "openai_responses",
      base_url = "https://chatgpt.com/backend-api/codex",
      model_id = "gpt-5.5",
      auth = { kind = "codex_oauth" },
    },
    extract_threshold = 50001,
    extract_worker_max_turns = 9,
    consolidation_model = model {
      scheme = "gemini",
      base_url = "http://localhost:8080",
      model_id = "local",
      auth = { kind = "none" },
    },
    consolidation_threshold_files = 6,
    consolidation_threshold_bytes = 50002,
  },
  web = {
    enabled = true,
    allow_private_addresses = true,
    search = {
      enabled = true,
      provider = "brave",
      api_key_env = "BRAVE_SEARCH_API_KEY",
      api_key_secret = "web.brave",
      timeout_secs = 21,
      base_url = "https://api.search.brave.com",
      country = "US",
      search_lang = "en",
      ui_lang = "en-US",
      safesearch = "strict",
    },
    fetch = {
      enabled = true,
      timeout_secs = 31,
      redirect_limit = 4,
      max_response_bytes = 2000001,
      max_output_bytes = 65002,
      allow_private_addresses = true,
    },
  },
  skills = { directories = { "skills" } },
}
