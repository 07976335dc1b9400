---@meta insomnia.compact

---What `compaction` takes.
---@class (exact) insomnia.CompactModule
local compact = {}

---A named preset; fields written beside it win over the preset's.
---@param name insomnia.CompactPreset
---@param fields? insomnia.Compaction
---@return insomnia.Compaction
function compact.preset(name, fields) end

---Shares of the context window, between 0 and 1; other compaction fields are tokens.
---@param fields insomnia.CompactRatios
---@return insomnia.Compaction
function compact.ratio(fields) end

---Numbers of tokens, as they will stand in the manifest.
---@param fields insomnia.Compaction
---@return insomnia.Compaction
function compact.tokens(fields) end

return compact
