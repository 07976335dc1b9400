return {
  model = "codex-oauth/gpt-5.5",
  web = require("insomnia.web").brave { api_key_secret = "web.brave" },
}
