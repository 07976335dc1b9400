return {
  model = "codex-oauth/gpt-5.5",
  max_turns = 3,
}
