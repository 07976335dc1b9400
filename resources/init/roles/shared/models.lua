-- The models of this team, in one place for all its profiles.
local models = require("insomnia.models")

return {
  main = models.catalog("codex-oauth/gpt-5.5", { quality = "high" }),
  quick = models.catalog("codex-oauth/gpt-5.5", { quality = "low" }),
}
