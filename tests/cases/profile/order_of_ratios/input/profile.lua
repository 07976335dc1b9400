return {
  model = "codex-oauth/gpt-5.5",
  compaction = insomnia.compact.ratio { threshold = 0.5, request = 0.25 },
}
