-- Writes and changes code, for a long time on end.
local profile = require("insomnia.profile")

local p = profile.import("builtin:default")
p.slug = "coder"
p.description = "Writes, changes and tests code in this workspace"
p.role = "coder"
return p
