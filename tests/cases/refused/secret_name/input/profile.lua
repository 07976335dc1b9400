return {
  model = "codex-oauth/gpt-5.5",
  worker = { secret = "tiger-lily-9" },
}
