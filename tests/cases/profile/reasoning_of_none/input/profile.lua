return { model = "ollama-local/llama3.3", worker = { reasoning = "high" } }
