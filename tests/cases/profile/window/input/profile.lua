return {
  model = "codex-oauth/gpt-5.5",
  compaction = { request_threshold = 271000 },
}
