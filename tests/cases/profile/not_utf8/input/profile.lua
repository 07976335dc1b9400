return {
  model = "codex-oauth/gpt-5.5",
  worker = { language = "a\xff" },
}
