return {
  model = "codex-oauth/gpt-5.5",
  worker = { max_tokens = 1 << 53 },
}
