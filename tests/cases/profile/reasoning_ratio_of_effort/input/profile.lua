return { model = "codex-oauth/gpt-5.5", worker = { reasoning = insomnia.reasoning.ratio(0.25) } }
