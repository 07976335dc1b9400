return { model = "codex-oauth/gpt-5.5" }
