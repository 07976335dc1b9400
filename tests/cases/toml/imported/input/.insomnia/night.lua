local p = require("insomnia.profile")
local base = p.import("project:base")
base.slug = "night"
return base
