return { model = "openai/gpt-6.2-sol", worker = { max_tokens = 9000, top_k = 4, stop_sequences = { "END" } } }
