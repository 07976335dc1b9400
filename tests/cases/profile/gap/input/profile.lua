return {
  model = "codex-oauth/gpt-5.5",
  skills = { directories = { [1] = "a", [3] = "b" } },
}
