-- Plans and delegates: reads and decides more than it writes.
local profile = require("insomnia.profile")
local compact = require("insomnia.compact")

local p = profile.import("builtin:default")
p.slug = "orchestrator"
p.description = "Splits work into tasks, hands them out and reviews what comes back"
p.role = "orchestrator"
p.compaction = compact.preset("balanced")
return p
