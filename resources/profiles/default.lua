-- What a Pod gets when nobody says otherwise. The other builtin profiles start
-- from this one.
local profile = require("insomnia.profile")
local models = require("insomnia.models")
local reasoning = require("insomnia.reasoning")
local scope = require("insomnia.scope")
local compact = require("insomnia.compact")
local memory = require("insomnia.memory")
local web = require("insomnia.web")

return profile {
  slug = "default",
  description = "General work in this workspace",
  model = models.catalog("codex-oauth/gpt-5.5"),
  worker = { reasoning = reasoning.effort("high") },
  scope = scope.workspace_write(),
  session = { record_event_trace = true },
  compaction = compact.preset("long_coding"),
  memory = memory.preset("long_context"),
  web = web.brave { api_key_env = "BRAVE_SEARCH_API_KEY" },
}
