-- The globals of a profile, built from nothing: what is not named here is not
-- there. Every profile gets tables of its own, so that what one does to
-- `string` is not seen by another.
local host = ...
local getmetatable, setmetatable = getmetatable, setmetatable
local lua_pcall, lua_xpcall = pcall, xpcall
local next, rawget, select, type = next, rawget, select, type
local find, gsub = string.find, string.gsub
local format, pack, unpack = string.format, string.pack, string.unpack
local table_pack, table_unpack = table.pack, table.unpack
local strings = debug.getmetatable("")

local FUNCTIONS = {
  "assert", "error", "ipairs", "rawequal", "rawlen", "select", "tonumber", "tostring", "type",
}
local LIBRARIES = {
  coroutine = { "close", "create", "isyieldable", "running", "status", "wrap" },
  math = {
    "abs", "acos", "asin", "atan", "ceil", "cos", "deg", "exp", "floor", "fmod", "huge", "log", "max", "maxinteger", "min",
    "mininteger", "modf", "pi", "rad", "sin", "sqrt", "tan", "tointeger", "type", "ult",
  },
  string = {
    "byte", "char", "find", "gmatch", "gsub", "len", "lower", "match", "packsize", "rep", "reverse", "sub", "unpack", "upper",
  },
  table = { "concat", "insert", "move", "pack", "remove", "sort", "unpack" },
  utf8 = { "char", "charpattern", "codepoint", "codes", "len", "offset" },
}
-- What libraries ask of `package` when they are loaded, as on most systems.
local PACKAGE_CONFIG <const> = "/\n;\n?\n!\n-\n"

local function refuse(name, why)
  host.fail(host.format("`%s` is not available in a profile: %s", name, why), "sandbox-denied")
end

local function checked_setmetatable(...)
  local _, metatable = ...
  -- `__mode` is taken: the machine finds none, so that every table is strong.
  if type(metatable) == "table" and rawget(metatable, "__gc") ~= nil then
    refuse("__gc", "a finalizer runs when the garbage collector likes; use a `<close>` variable")
  end
  return setmetatable(...)
end

local function checked_format(...)
  local pattern = ...
  if type(pattern) == "string" and find(pattern, "p", 1, true) and find(gsub(pattern, "%%%%", ""), "%%[-+ #0-9.]*p") then
    refuse("%p", "the address of a value changes from run to run; compare values with rawequal")
  end
  return format(...)
end

-- The bits of a computed NaN differ between processors; those of this one do not.
local NAN <const> = unpack("<d", "\0\0\0\0\0\0\xf8\x7f")

local function checked_pack(...)
  local values = table_pack(...)
  for index = 2, values.n do
    local value = values[index]
    if type(value) == "number" and value ~= value then values[index] = NAN end
  end
  return pack(table_unpack(values, 1, values.n))
end

local function checked_pcall(...) return host.caught(lua_pcall(...)) end

local function checked_xpcall(...)
  local f, handler = ...
  if type(handler) ~= "function" then return lua_xpcall(...) end
  local function handle(message) return handler(host.caught_message(message)) end
  return lua_xpcall(f, handle, select(3, ...))
end

local function pick(source, names)
  local picked = {}
  for index = 1, #names do picked[names[index]] = source[names[index]] end
  return picked
end

function host.make_environment()
  local environment = pick(host.lua, FUNCTIONS)
  for name, members in next, LIBRARIES do environment[name] = pick(host.lua[name], members) end
  environment._G = environment
  environment._VERSION = host.lua._VERSION
  environment.getmetatable = host.getmetatable
  environment.next = host.next
  environment.pcall = checked_pcall
  environment.xpcall = checked_xpcall
  environment.pairs = host.pairs
  environment.print = host.print
  environment.rawget = host.rawget
  environment.rawset = host.rawset
  environment.setmetatable = checked_setmetatable
  environment.coroutine.resume = host.resume
  environment.coroutine.yield = host.yield
  environment.string.format = checked_format
  environment.string.pack = checked_pack
  local package = { config = PACKAGE_CONFIG }
  environment.package = host.readonly(package)
  host.watch(package, "package.", environment.package)
  environment.insomnia = host.modules.insomnia
  environment.profile = host.modules["insomnia.profile"]
  host.watch(environment, "")
  host.watch(environment.math, "math.")
  host.watch(environment.string, "string.")
  return environment
end

-- What `require` gives for the names of Lua's own libraries.
function host.standard_modules(environment)
  local modules = { _G = environment }
  for name in next, LIBRARIES do modules[name] = environment[name] end
  return modules
end

-- What strings inherit in one environment: `("x"):upper()`, "10" + 1.
function host.string_metatable(environment)
  local metatable = {}
  for field, value in next, strings do metatable[field] = value end
  metatable.__index = environment.string
  return metatable
end
