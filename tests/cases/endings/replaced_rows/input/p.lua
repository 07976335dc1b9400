return { model = "openai/gpt-6.2-sol" }
