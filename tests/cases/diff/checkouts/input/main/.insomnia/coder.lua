return {
  model = "codex-oauth/gpt-5.5",
  scope = "workspace_read",
  worker = { max_turns = 10 },
}
