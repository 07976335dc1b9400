return {
  model = "codex-oauth/gpt-5.5",
  worker = {
    reasonning = "high",
    max_turns = -1,
  },
}
