return { model = { scheme = "gemini" } }
