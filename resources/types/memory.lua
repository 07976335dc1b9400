---@meta insomnia.memory

---What `memory` takes.
---@class (exact) insomnia.MemoryModule
local memory = {}

---A named preset; fields written beside it win over the preset's.
---@param name insomnia.MemoryPreset
---@param fields? insomnia.Memory
---@return insomnia.Memory
function memory.preset(name, fields) end

return memory
