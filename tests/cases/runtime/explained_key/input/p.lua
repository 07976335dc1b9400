return {
  model = "openai/gpt-6.2-sol",
  web = { enabled = true, search = { provider = "brave", api_key_env = "BRAVE_SEARCH_API_KEY" } },
}
