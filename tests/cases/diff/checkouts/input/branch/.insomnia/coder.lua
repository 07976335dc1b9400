return {
  model = "codex-oauth/gpt-5.5",
  scope = "workspace_write",
  worker = { max_turns = 20 },
}
