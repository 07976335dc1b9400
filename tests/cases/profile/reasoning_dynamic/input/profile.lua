return { model = "gemini/gemini-2.5-flash-lite", worker = { reasoning = insomnia.reasoning.dynamic() } }
