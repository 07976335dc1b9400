return {
  model = "codex-oauth/gpt-5.5",
  runtime_dir = "x",
}
