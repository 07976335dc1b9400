return {
  model = { ref = "anthropic/claude-sonnet-4-6", auth = { value = "tiger-lily-9" } },
}
