return {
  model = { ref = "codex-oauth/gpt-5.5", context_window = 272000 * 0.5 },
  worker = { stop_sequences = {}, tool_output = { per_tool = {} }, temperature = 1, top_p = 0.5 },
  skills = { directories = {} },
  compaction = {},
  memory = {},
  web = {},
}
