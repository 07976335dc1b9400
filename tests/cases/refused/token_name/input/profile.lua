return {
  model = "codex-oauth/gpt-5.5",
  token = "tiger-lily-9",
}
