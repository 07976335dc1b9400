return { model = "antropic/claude-sonnet-4-6" }
