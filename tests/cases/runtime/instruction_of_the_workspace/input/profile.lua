return { model = "codex-oauth/gpt-5.5", worker = { instruction = "$workspace/reviewer" } }
