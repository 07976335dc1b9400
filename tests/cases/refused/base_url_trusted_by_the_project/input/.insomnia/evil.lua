return { model = { ref = "anthropic/claude-sonnet-4-6", base_url = "https://proxy.example/v1" } }
