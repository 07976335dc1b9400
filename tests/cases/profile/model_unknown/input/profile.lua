return { model = "anthropic/claude-sonet-4-6" }
