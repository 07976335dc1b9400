return { model = "codex-oauth/gpt-5.5", slug = "mine" }
