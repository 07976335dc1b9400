return {
  model = { ref = "anthropic/claude-sonnet-4-6", auth = { token = "tiger-lily-9" } },
}
