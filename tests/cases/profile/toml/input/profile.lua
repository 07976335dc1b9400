return {
  model = "openrouter/anthropic/claude-sonnet-4.6",
  worker = { language = "\u{e9} \"q\" \\ \t", tool_output = { per_tool = { ["a b"] = 1 } } },
  permissions = insomnia.tools.policy("read_only"),
}
