---@meta insomnia.tools

---What `permissions` takes.
---@class (exact) insomnia.ToolsModule
local tools = {}

---A permissions section of its own, to append rules to.
---@param name "read_only"|"cautious"|"autonomous"
---@return insomnia.Permissions
function tools.policy(name) end

---@class (exact) insomnia.ShortRule
---@field [1] string the tool: `Bash`
---@field [2] string the pattern: `git diff*`
---@field [3] insomnia.PermissionAction

---A permissions section with these rules: `{ "Bash", "git diff*", "allow" }`.
---@param default_action insomnia.PermissionAction
---@param rules? (insomnia.ShortRule|insomnia.PermissionsRule)[]
---@return insomnia.Permissions
function tools.rules(default_action, rules) end

return tools
