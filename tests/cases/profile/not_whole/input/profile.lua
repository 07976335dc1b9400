return {
  model = "codex-oauth/gpt-5.5",
  worker = { max_turns = 2.5 },
}
