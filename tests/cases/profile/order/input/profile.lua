return {
  model = "codex-oauth/gpt-5.5",
  compaction = { threshold = 5000, request_threshold = 4000 },
}
