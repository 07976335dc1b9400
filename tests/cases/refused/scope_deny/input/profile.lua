return {
  model = "codex-oauth/gpt-5.5",
  scope = { intent = "workspace_read", deny = { } },
}
