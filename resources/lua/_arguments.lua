-- Checks of arguments, shared by the host modules. Every check raises at the
-- line of the profile that made the call, and shows no value that could be a
-- secret.
local host = ...
local suggest = host.modules._suggest
local looks_like_credential = host.modules._credentials.looks_like_credential

local type, next, ipairs, tostring, tonumber, getmetatable = type, next, ipairs, tostring, tonumber, getmetatable
local match, format = string.match, host.format
local sort = table.sort
local floor = math.floor
local MAX_SAFE_INTEGER <const> = 2 ^ 53 - 1

local arguments = {}

-- A value as a message names it. A string could be a secret in the wrong place:
-- only what reads like a word is repeated, or like a name where one belongs.
local WORD <const>, NAME <const> = "^[%a_][%a_-]*%d?%d?$", "^[%w._/:-]+$"
local function show(value, is_name)
  local kind = type(value)
  if kind == "nil" then return "nothing" end
  if kind == "string" then
    local plain = #value <= 40 and match(value, is_name and NAME or WORD) and not looks_like_credential(value)
    return plain and "`" .. value .. "`" or "another string"
  end
  if kind == "number" or kind == "boolean" then return "`" .. tostring(value) .. "`" end
  return "a " .. kind
end
arguments.show = show

-- "`compact.ratio` takes a table of fields: got `5`".
function arguments.refuse(caller, what, value, help, code, put)
  host.fail(format("`%s` takes %s: got %s", caller, what, show(value)), code or "invalid-value", help, put)
end
local refuse = arguments.refuse

function arguments.text(caller, what, value)
  if type(value) ~= "string" then refuse(caller, what, value, nil, "invalid-type") end
  if looks_like_credential(value) then
    host.fail(format("`%s` takes %s: this string has the form of a credential", caller, what), "secret-value",
      "keep its value out of the profile and refer to it with secrets.ref(name) or secrets.env(NAME)")
  end
  return value
end

function arguments.one_of(caller, what, value, known)
  if type(value) ~= "string" then refuse(caller, what, value, (suggest.advice("", known)), "invalid-type") end
  for _, name in ipairs(known) do
    if name == value then return value end
  end
  local help, put = suggest.advice(value, known)
  refuse(caller, what, value, help, nil, put)
end

-- `50%` as a share.
local function percent(text)
  local digits = match(text, "^%s*(%d%d?)%s*%%%s*$")
  local share = digits and tonumber(digits) / 100
  return share and share > 0 and share or nil
end

-- A share of a context window; `field` is its name where there are several.
function arguments.ratio(caller, field, value)
  if type(value) ~= "number" or not (value > 0 and value < 1) then
    local what = field and format("`%s` as a share", field) or "a share"
    local is_number = type(value) == "number"
    local help = is_number and value >= 5 and value < 100 and format("for %s percent write %s", value, value / 100)
      or is_number and value >= 100 and "for a number of tokens use `compact.tokens`, or write the field in plain numbers"
      or type(value) == "string" and format("write a number without quotes, as %s", percent(value) or 0.8)
      or nil
    local share = is_number and value >= 5 and value < 100 and value / 100 or type(value) == "string" and percent(value)
    local put = share and tostring(share) or nil
    refuse(caller, what .. " of the context window, greater than 0 and less than 1", value, help, nil, put)
  end
  return value
end

-- A whole number of tokens.
function arguments.tokens(caller, value)
  local what = "a whole number of tokens"
  if type(value) ~= "number" or not (value >= 0 and value <= MAX_SAFE_INTEGER) then
    refuse(caller, what, value)
  elseif value ~= floor(value) then
    refuse(caller, what, value, "use `//` or math.floor")
  end
  return floor(value)
end

function arguments.nothing(caller, count, why)
  if count > 0 then host.fail(format("`%s` takes no arguments", caller), "invalid-value", why) end
end

-- List of names -> name -> true.
local sets = {}

-- Makes a list of names fit for `arguments.fields`; once, not for each call.
function arguments.known(list)
  local set = {}
  for _, name in ipairs(list) do set[name] = true end
  sets[list] = set
  return list
end

-- A table with named fields, none of them unknown, as a fresh plain copy.
-- `known` comes from `arguments.known`; `refused` maps the names that deserve their own answer to { code, help }.
function arguments.fields(caller, value, known, refused)
  if type(value) ~= "table" then refuse(caller, "a table of fields", value, nil, "invalid-type") end
  if getmetatable(value) ~= nil then
    host.fail(format("`%s` takes a plain table of fields: this one has a metatable", caller), "invalid-type")
  end
  local is_known = sets[known]
  local unknown = {}
  for name in next, value do
    if type(name) ~= "string" then
      host.fail(format("`%s` takes a table of named fields: got the key %s", caller, show(name)), "invalid-type")
    end
    if not is_known[name] then unknown[#unknown + 1] = name end
  end
  sort(unknown)
  -- The first raises, but where refusals are noted and the profile goes on.
  for _, name in ipairs(unknown) do
    local answer = refused and refused[name]
    if answer then
      host.fail(format("`%s` does not take `%s`", caller, name), answer[1], answer[2])
    else
      host.fail(format("`%s` has no field %s", caller, show(name)), "unknown-field", suggest.advice(name, known))
    end
  end
  return host.copy(value)
end

function arguments.optional_fields(caller, value, known, refused)
  if value == nil then return {} end
  return arguments.fields(caller, value, known, refused)
end

-- Two spellings of one field.
function arguments.conflict(caller, one, other)
  host.fail(format("`%s` takes `%s` or `%s`, not both", caller, one, other), "conflicting-fields",
    "leave one of them out")
end

return arguments
