local secrets = require("insomnia.secrets")
local key = secrets.ref("llm.anthropic.default")
return {
  model = { ref = "anthropic/claude-haiku-4-5", auth = key },
  compaction = { model = { ref = "anthropic/claude-haiku-4-5", auth = key } },
}
