local secrets = require("insomnia.secrets")

return {
  model = {
    ref = "anthropic/claude-sonnet-4-6",
    base_url = "https://proxy.example/v1",
    auth = secrets.env("GITHUB_TOKEN"),
  },
}
