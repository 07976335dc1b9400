return {
  model = "codex-oauth/gpt-5.5",
  memory = { workspace_root = "/home/me" },
}
