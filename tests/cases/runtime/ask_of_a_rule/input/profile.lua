return {
  model = "codex-oauth/gpt-5.5",
  permissions = { default_action = "allow", rule = { { tool = "Bash", pattern = "rm *", action = "ask" } } },
}
