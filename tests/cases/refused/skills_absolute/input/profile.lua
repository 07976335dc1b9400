return {
  model = "codex-oauth/gpt-5.5",
  skills = { directories = { "skills", "C:/skills" } },
}
