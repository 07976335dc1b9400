-- Quick answers and small changes. The smaller models of this login ask for a
-- newer client than the runtime says it is, so it is the default's model that
-- thinks less.
local profile = require("insomnia.profile")
local models = require("insomnia.models")
local compact = require("insomnia.compact")
local memory = require("insomnia.memory")

local p = profile.import("builtin:default")
p.slug = "fast"
p.description = "Quick answers and small changes, with little thinking"
p.model = models.catalog("codex-oauth/gpt-5.5", { quality = "low" })
p.worker = nil -- the effort follows from the quality
p.compaction = compact.preset("frugal")
p.memory = memory.preset("light")
return p
