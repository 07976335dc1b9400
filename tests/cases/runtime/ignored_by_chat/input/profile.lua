return { model = "openrouter/anthropic/claude-sonnet-4.6", worker = { max_tokens = 9000, temperature = 0.5, top_k = 4, stop_sequences = { "END" } } }
