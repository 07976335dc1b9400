---@meta insomnia.scope

---What a profile may say about files: an intent. The launch grants the paths.
---@class (exact) insomnia.ScopeModule
local scope = {}

---Read the workspace.
---@return insomnia.ScopeIntent
function scope.workspace_read() end

---Read and write the workspace.
---@return insomnia.ScopeIntent
function scope.workspace_write() end

return scope
