return { model = { scheme = "gemini", model_id = "x", auth = { kind = "api_key" } } }
