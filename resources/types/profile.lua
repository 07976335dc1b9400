---@meta insomnia.profile

---Call it with a table to make a profile. Also a global.
---@class (exact) insomnia.ProfileModule
---@overload fun(fields: insomnia.Profile): insomnia.Profile
local profile = {}

---Another profile's fields as a table of your own, to change by assignment.
---@param selector string a registered profile: `builtin:default`, `user:x`, `project:x`, or a name that is not ambiguous
---@return insomnia.ImportedProfile
function profile.import(selector) end

return profile
