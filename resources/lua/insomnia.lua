-- insomnia: everything this program offers to a profile, in one table.
local host = ...

local insomnia = {}
for _, name in ipairs({
  "profile", "models", "reasoning", "compact", "scope", "memory", "web", "tools", "secrets",
}) do
  insomnia[name] = host.modules["insomnia." .. name]
end

-- The version is known only when an evaluation begins: it is set here then.
insomnia.version = host.version
host.insomnia = insomnia

return host.readonly(insomnia)
