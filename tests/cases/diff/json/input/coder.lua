local limits = require("limits")
local p = profile.import("builtin:coder")
p.slug = "coder"
p.scope = "workspace_read"
p.compaction = require("insomnia.compact").preset("long_coding")
p.worker.max_turns = limits.turns
return p
