return { model = "codex-oauth/gpt-5.5", worker = { max_tokens = 9000, temperature = 0.5, top_p = 0.5, top_k = 4, stop_sequences = { "END" } } }
