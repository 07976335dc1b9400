local compact = require("insomnia.compact")
local models = require("insomnia.models")
return {
  model = models.catalog("anthropic/claude-sonnet-4-6", { qualty = "high", quolity = 2 }),
  desciption = "x",
  compaction = compact.ratio { threshold = 85, request = 0.9 },
  worker = { max_tokens = "4096" },
}
