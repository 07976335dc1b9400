return {
  model = { ref = "anthropic/claude-sonnet-4-6", auth = { kind = "api_key", file = "~/key" } },
}
