return {
  model = "codex-oauth/gpt-5.5",
  worker = { 1, max_turns = 2 },
}
