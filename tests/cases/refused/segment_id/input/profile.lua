return {
  model = "codex-oauth/gpt-5.5",
  segment_id = "x",
}
