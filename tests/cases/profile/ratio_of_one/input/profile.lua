return {
  model = "codex-oauth/gpt-5.5",
  compaction = { threshold = { ratio = 1 } },
}
