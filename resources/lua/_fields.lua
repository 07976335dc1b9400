-- The names of the fields that the tables given to host modules may have, in
-- the order of the manifest, and the words that a few arguments may be. What each
-- field takes is checked with the whole profile, where all problems are reported
-- at once.
-- Written by scripts/generate_lua_fields.ts from lib/schema; not to be edited.
local host = ...
local known = host.modules._arguments.known
local ipairs, next = ipairs, next

local fields = {}

fields.model = {
  "scheme", "base_url", "model_id", "auth", "capability", "context_window", "max_context_window", "quality",
  "context_budget",
}

fields.compaction = {
  "retention", "prune_protected_tokens", "prune_min_savings", "threshold", "request_threshold",
  "retained_tokens", "overview_target_tokens", "overview_warning_tokens", "overview_deadline_tokens",
  "worker_context_max_tokens", "finish_warning_remaining_tokens", "final_reserve_tokens",
  "worker_max_turns", "summary_target_tokens", "summary_max_tokens", "auto_read_budget_tokens",
  "result_context_max_tokens", "model",
}

fields.compaction_window = {
  "threshold", "request_threshold", "worker_context_max_tokens",
}

fields.compaction_older = {
  "compact_threshold", "compact_request_threshold", "compact_retained_tokens",
  "compact_worker_max_input_tokens", "compact_worker_max_turns", "compact_auto_read_budget",
}

fields.memory = {
  "workspace_root", "query_result_limit", "query_excerpt_lines", "inject_summary", "language",
  "extract_model", "extract_threshold", "extract_threshold_ratio", "extract_worker_max_turns",
  "consolidation_model", "consolidation_threshold_files", "consolidation_threshold_bytes",
}

fields.web_search = {
  "api_key_env", "api_key_secret", "timeout_secs", "base_url", "country", "search_lang", "ui_lang",
  "safesearch",
}

fields.web_fetch = {
  "enabled", "timeout_secs", "redirect_limit", "max_response_bytes", "max_output_bytes",
  "allow_private_addresses",
}

fields.compaction_presets = {
  "long_coding", "research", "balanced", "frugal",
}

fields.memory_presets = {
  "long_context", "light",
}

fields.qualities = {
  "low", "balanced", "high", "max",
}

fields.actions = {
  "allow", "deny", "ask",
}

for _, list in next, fields do known(list) end

-- Fields that are gone for good, by section.
local removed = {
  compaction = {
    prune_protected_turns = "use `prune_protected_tokens`: the newest tokens that are never pruned",
  },
  memory = {
    extract_worker_max_input_tokens = "leave it out: nothing replaces it",
  },
}

-- Answers to names that are no fields of a section, as `arguments.fields` takes
-- them, with those to its removed ones.
function fields.refused(section, answers)
  for name, help in next, removed[section] do answers[name] = { "removed-field", help } end
  return answers
end

function fields.join(...)
  local all = {}
  for _, list in ipairs({ ... }) do
    for _, name in ipairs(list) do all[#all + 1] = name end
  end
  return known(all)
end

return fields
