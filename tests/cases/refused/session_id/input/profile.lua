return {
  model = "codex-oauth/gpt-5.5",
  session_id = "x",
}
