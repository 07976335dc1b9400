-- Reviews without changing anything: the builtin profile plus one permission.
local p = profile.import("builtin:reviewer")
p.description = "Reviews changes with read-only tools"
p.model = require("shared.models").main
table.insert(p.permissions.rule, { tool = "Bash", pattern = "git diff*", action = "allow" })
return p
