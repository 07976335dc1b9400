local p = require("shared.permissions")
p.model = insomnia.models.catalog("anthropic/claude-sonnet-4-6", { auth = insomnia.secrets.ref("team.key") })
p.web = insomnia.web.brave { api_key_secret = "team.search" }
return p
