return {
  model = { ref = "anthropic/claude-sonnet-4-6", auth = { api_key = "tiger-lily-9" } },
}
