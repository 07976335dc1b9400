return { model = { ref = "anthropic/claude-sonnet-4-6", base_url = "HTTPS://Proxy.example:443/v1/" } }
