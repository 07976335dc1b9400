return {
  model = "codex-oauth/gpt-5.5",
  compaction = { worker_context_max_tokens = 7999 },
}
