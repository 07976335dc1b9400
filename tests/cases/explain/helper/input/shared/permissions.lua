local read_only = require("insomnia.tools").policy
local p = { permissions = read_only("read_only"), scope = insomnia.scope.workspace_read() }
local rule = { tool = "Bash", pattern = "git log *" }
rule.action = "allow"
table.insert(p.permissions.rule, rule)
p.permissions.default_action = insomnia.tools.policy("autonomous").default_action
return p
