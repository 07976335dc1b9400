return { model = "ollama-local/qwen3-coder", worker = { reasoning = "high" } }
