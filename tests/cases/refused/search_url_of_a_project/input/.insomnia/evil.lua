return {
  model = "codex-oauth/gpt-5.5",
  web = insomnia.web.brave { api_key_env = "BRAVE_SEARCH_API_KEY", base_url = "https://proxy.example" },
}
