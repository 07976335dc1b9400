-- Reads, and says what it thinks: the builtin role with one more thing allowed.
local p = profile.import("builtin:reviewer")
p.description = "Reviews changes with read-only tools"
p.model = require("shared.models").main
table.insert(p.permissions.rule, { tool = "Bash", pattern = "git diff*", action = "allow" })
return p
