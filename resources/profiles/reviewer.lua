-- Judges work without touching it.
local profile = require("insomnia.profile")
local scope = require("insomnia.scope")
local tools = require("insomnia.tools")

local p = profile.import("builtin:default")
p.slug = "reviewer"
p.description = "Reviews changes with read-only tools"
p.role = "reviewer"
p.model.quality = "max"
p.worker = nil -- the effort follows from the quality
p.scope = scope.workspace_read()
p.permissions = tools.policy("read_only")
return p
