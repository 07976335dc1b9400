return {
  model = "codex-oauth/gpt-5.5",
  compaction = { prune_protected_turns = 3 },
}
