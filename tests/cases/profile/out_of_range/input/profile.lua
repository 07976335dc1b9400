return {
  model = "codex-oauth/gpt-5.5",
  worker = { temperature = 3, top_p = -1 },
}
