return { model = "gemini/gemini-2.5-pro", worker = { reasoning = insomnia.reasoning.dynamic() } }
