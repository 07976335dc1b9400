return {
  model = "codex-oauth/gpt-5.5",
  description = "use sk-proj-" .. "aB3dE5fG7hJ9kL2mN4pQ6rS8",
}
