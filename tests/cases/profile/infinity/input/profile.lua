return {
  model = "codex-oauth/gpt-5.5",
  worker = { temperature = math.huge },
}
