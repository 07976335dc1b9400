return { model = "codex-oauth/gpt-5.5", permissions = require("insomnia.tools").policy("cautious") }
