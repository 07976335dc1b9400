-- insomnia.profile: call it with a table to make a profile.
local host = ...
local arguments = host.modules._arguments
local type, next, getmetatable = type, next, getmetatable

local profile = {}

-- Another profile's fields as a fresh table, to change by plain assignment.
function profile.import(selector)
  arguments.text("profile.import", "the name of a registered profile, such as `builtin:default`", selector)
  return host.import(selector)
end

-- The same fields as a table of its own. What belongs in a profile is checked
-- once, outside, with every problem at once.
local function make(fields)
  if type(fields) ~= "table" then
    arguments.refuse("profile", "a table of fields", fields, nil, "invalid-type")
  elseif getmetatable(fields) ~= nil then
    host.fail("`profile` takes a plain table of fields: this one has a metatable", "invalid-type",
      "what it inherits would be lost; write the fields into a plain table")
  end
  local made = {}
  for key, value in next, fields do host.put(made, key, value, fields, key) end
  return made
end

return host.readonly(profile, make)
