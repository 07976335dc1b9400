return {
  model = "codex-oauth/gpt-5.5",
  worker = { tool_output = { per_tool = { ["ghp_" .. "aB3dE5fG7hJ9kL2mN4pQ6rS8tU0vW1xY3zA5"] = 3 } } },
}
