-- Reads much, in the workspace and on the web, and changes nothing.
local profile = require("insomnia.profile")
local scope = require("insomnia.scope")
local compact = require("insomnia.compact")

local p = profile.import("builtin:default")
p.slug = "researcher"
p.description = "Finds things out in this workspace and on the web, changes nothing"
p.role = "researcher"
p.scope = scope.workspace_read()
p.compaction = compact.preset("research")
return p
