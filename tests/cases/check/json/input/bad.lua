return { model = "codex-oauth/gpt-5.5", nonsense = 1 }
