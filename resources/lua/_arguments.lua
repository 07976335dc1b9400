-- Checks of arguments, shared by the host modules. Every check raises at the
-- line of the profile that made the call, and shows no value that could be a
-- secret.
local host = ...
local suggest = host.modules._suggest
local looks_like_credential = host.modules._credentials.looks_like_credential

local type, next, ipairs, tostring, getmetatable = type, next, ipairs, tostring, getmetatable
local match, format = string.match, string.format
local sort = table.sort
local floor = math.floor
local MAX_SAFE_INTEGER <const> = 2 ^ 53 - 1

local arguments = {}

-- A value as a message names it.
local function show(value)
  local kind = type(value)
  if kind == "nil" then return "nothing" end
  if kind == "string" then
    local plain = #value <= 40 and match(value, "^[%w%._/:$ -]+$") and not looks_like_credential(value)
    return plain and "`" .. value .. "`" or "a string"
  end
  if kind == "number" or kind == "boolean" then return "`" .. tostring(value) .. "`" end
  return "a " .. kind
end
arguments.show = show

local function wanted(caller, what, value)
  host.fail(format("`%s` takes %s: got %s", caller, what, show(value)))
end

function arguments.text(caller, what, value)
  if type(value) ~= "string" then wanted(caller, what, value) end
  if looks_like_credential(value) then
    host.fail(format(
      "`%s` takes %s: this string has the form of a credential; keep its value out of the profile and refer to it with secrets.ref(name) or secrets.env(NAME)",
      caller, what))
  end
  return value
end

function arguments.one_of(caller, what, value, known)
  if type(value) ~= "string" then wanted(caller, what, value) end
  for _, name in ipairs(known) do
    if name == value then return value end
  end
  host.fail(format("`%s` takes %s: got %s; %s", caller, what, show(value), suggest.advice(value, known)))
end

-- A share of a context window; `field` is its name where there are several.
function arguments.ratio(caller, field, value)
  if type(value) ~= "number" or not (value > 0 and value < 1) then
    local what = field and format("`%s` as a share", field) or "a share"
    wanted(caller, what .. " of the context window, greater than 0 and less than 1", value)
  end
  return value
end

-- A whole number of tokens.
function arguments.tokens(caller, value)
  if type(value) ~= "number" or not (value >= 0 and value <= MAX_SAFE_INTEGER) then
    wanted(caller, "a whole number of tokens", value)
  elseif value ~= floor(value) then
    host.fail(format("`%s` takes a whole number of tokens: got `%s`; use `//` or math.floor", caller, tostring(value)))
  end
  return floor(value)
end

function arguments.nothing(caller, count, why)
  if count > 0 then host.fail(format("`%s` takes no arguments: %s", caller, why)) end
end

-- A table with named fields, none of them unknown, as a fresh plain copy.
-- `refused` maps the names that deserve their own answer to that answer.
function arguments.fields(caller, value, known, refused)
  if type(value) ~= "table" then wanted(caller, "a table of fields", value) end
  if getmetatable(value) ~= nil then
    host.fail(format("`%s` takes a plain table of fields: this one has a metatable", caller))
  end
  local is_known = {}
  for _, name in ipairs(known) do is_known[name] = true end
  local unknown = {}
  for name in next, value do
    if type(name) ~= "string" then
      host.fail(format("`%s` takes a table of named fields: got the key %s", caller, show(name)))
    end
    if not is_known[name] then unknown[#unknown + 1] = name end
  end
  if #unknown > 0 then
    sort(unknown)
    local name = unknown[1]
    if refused and refused[name] then host.fail(format("`%s` does not take `%s`: %s", caller, name, refused[name])) end
    host.fail(format("`%s` has no field %s: %s", caller, show(name), suggest.advice(name, known)))
  end
  return host.copy(value)
end

function arguments.optional_fields(caller, value, known, refused)
  if value == nil then return {} end
  return arguments.fields(caller, value, known, refused)
end

return arguments
