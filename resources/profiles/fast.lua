-- Quick answers and small changes on a cheap model.
local profile = require("insomnia.profile")
local models = require("insomnia.models")
local compact = require("insomnia.compact")
local memory = require("insomnia.memory")

local p = profile.import("builtin:default")
p.slug = "fast"
p.description = "Quick answers and small changes on a cheap model"
p.model = models.catalog("codex-oauth/gpt-6-luna", { quality = "low" })
p.worker = nil -- the effort follows from the quality
p.compaction = compact.preset("frugal")
p.memory = memory.preset("light")
return p
