---@meta insomnia

---Everything that insomnia-profile offers to a profile, in one table. Also a
---global.
---@class insomnia.Module
---@field profile insomnia.ProfileModule
---@field models insomnia.ModelsModule
---@field reasoning insomnia.ReasoningModule
---@field compact insomnia.CompactModule
---@field scope insomnia.ScopeModule
---@field memory insomnia.MemoryModule
---@field web insomnia.WebModule
---@field tools insomnia.ToolsModule
---@field secrets insomnia.SecretsModule
---The version of insomnia-profile that reads this profile.
---@field version string
insomnia = {}

---@type insomnia.ProfileModule
profile = nil

return insomnia
