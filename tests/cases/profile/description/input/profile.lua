return {
  model = "codex-oauth/gpt-5.5",
  description = "two\nlines",
}
