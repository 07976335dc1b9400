return {
  model = "codex-oauth/gpt-5.5",
  scope = { allow = { { target = "/srv", permission = "write" } } },
}
