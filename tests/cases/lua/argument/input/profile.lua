return { model = insomnia.models.catalog("codex-oauth/gpt-5.5", { qualty = "high" }), worker = { reasoning = insomnia.reasoning.ratio(2) } }
