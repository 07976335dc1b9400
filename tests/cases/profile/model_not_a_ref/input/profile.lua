return { model = "gpt-5" }
