return {
  model = "codex-oauth/gpt-5.5",
  compaction = { compact_threshold = 5, threshold = 6 },
}
