return { model = "openrouter/anthropic/claude-sonnet-4.6", worker = { top_k = 4 } }
