return {
  model = "codex-oauth/gpt-5.5",
  worker = { temperature = 0 / 0 },
}
