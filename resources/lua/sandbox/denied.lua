-- Names of Lua's standard library that are not here. Reading one gives nil, as
-- a profile may ask (`if os then`); using one is answered with what it was, why
-- it is not here and what to do instead.
local host = ...
local getinfo = debug.getinfo
local type = type
local format = host.format
local find, match, sub = string.find, string.match, string.sub
local getmetatable, raw_setmetatable = getmetatable, setmetatable
local next, rawget, sort = next, rawget, table.sort

local LOADER <const> = "modules come only from the profile's own directory"
local REQUIRE <const> = "use `require`"
local MODULES <const> = "split the profile into local modules and `require` them"

-- Name -> what it was, why it is not here, what to do instead.
local DENIED = {
  os = {
    "the clock, environment variables, files and processes",
    "a profile gives the same answer on every machine",
    "what differs between machines is given at the launch, and secrets.env(NAME) names a variable without reading it",
  },
  io = { "files and standard input", "a profile reads nothing but its own modules", "keep data in a Lua module and `require` it" },
  debug = { "the inside of the running program", "it leads out of the sandbox", "use print, error and pcall" },
  dofile = { "running a file", LOADER, REQUIRE },
  loadfile = { "compiling a file", LOADER, REQUIRE },
  load = { "compiling text at run time", "all code of a profile is in its files, where it can be read", MODULES },
  loadstring = { "compiling text at run time", "all code of a profile is in its files, where it can be read", MODULES },
  collectgarbage = { "control of the garbage collector", "memory is the sandbox's business", "leave it out" },
  warn = { "warnings on standard error", "a profile has one channel for remarks", "use print" },
  ["package.cpath"] = { "where C modules are", LOADER, REQUIRE },
  ["package.loaded"] = { "the modules that were loaded", LOADER, REQUIRE },
  ["package.loadlib"] = { "loading a C library", LOADER, REQUIRE },
  ["package.path"] = {
    "where modules are", LOADER,
    "`package` finds no modules here: use `require` with dots between folders, as require(\"lib.models\") for lib/models.lua beside the profile",
  },
  ["package.preload"] = { "the loaders of modules", LOADER, REQUIRE },
  ["package.searchers"] = { "the loaders of modules", LOADER, REQUIRE },
  ["package.searchpath"] = { "the search for modules", LOADER, REQUIRE },
  ["string.dump"] = { "the bytecode of a function", "bytecode can break the virtual machine", MODULES },
  ["math.random"] = { "random numbers", "a profile gives the same answer every time", "write the value down" },
  ["math.randomseed"] = { "the seed of random numbers", "a profile gives the same answer every time", "leave it out" },
}

local NAMES = {}
for name in next, DENIED do NAMES[#NAMES + 1] = name end
sort(NAMES)

-- Where each denied name was read: name -> chunk's source -> line -> true.
local reads = {}
local latest_read
-- The lines that a chunk was compiled from.
local texts = {}

-- Keeps a source's text, to look at when something in it fails.
function host.know_text(source, text) texts[source] = text end

local function note_read(name, level)
  local frame = getinfo(level + 1, "Sl")
  local source, line = frame and frame.source or "", frame and frame.currentline or 0
  local of_name = reads[name] or {}
  local of_source = of_name[source] or {}
  of_source[line], of_name[source], reads[name] = true, of_source, of_name
  latest_read = { name = name, source = source, line = line }
end

-- Metatables that watch for such reads; `getmetatable` does not show them.
local watchers = {}

-- The prefix of the names in a watched table.
local prefixes = {}

-- Lets `container` note reads of denied names, which go on giving nil. `shown`
-- is the read-only table that a profile knows it by, if there is one.
function host.watch(container, prefix, shown)
  local watcher = {}
  function watcher.__index(_, key)
    local name = type(key) == "string" and prefix .. key
    if name and DENIED[name] then note_read(name, 2) end
    return nil
  end
  watchers[watcher] = true
  prefixes[shown or container] = prefix
  return raw_setmetatable(container, watcher)
end

function host.getmetatable(...)
  local metatable = getmetatable(...)
  if watchers[metatable] then return nil end
  return metatable
end

function host.rawget(...)
  local t, key = ...
  local prefix = type(key) == "string" and t ~= nil and prefixes[t]
  if prefix and DENIED[prefix .. key] then note_read(prefix .. key, 2) end
  return rawget(...)
end

-- Whether there was any.
function host.denied_read() return latest_read ~= nil end

local function answer(name)
  local was, why, instead = DENIED[name][1], DENIED[name][2], DENIED[name][3]
  return {
    message = format("`%s` is not available in a profile: it is %s; %s", name, was, why),
    help = instead,
  }
end

local function was_read_at(name, source, line)
  return reads[name] and reads[name][source] and reads[name][source][line]
end

local function line_of(source, wanted)
  local line, from = 1, 1
  local text = texts[source]
  while text and line < wanted do
    from = find(text, "\n", from, true)
    if not from then return "" end
    line, from = line + 1, from + 1
  end
  return text and sub(text, from, (find(text, "\n", from, true) or 0) - 1) or ""
end

-- Whether a line sets a variable or a field of this name, in code and not only
-- in a remark: `local roll = math.random`.
local function sets(line, variable)
  line = match(line, "^(.-)%-%-") or line
  local from, to = find(line, "%f[%w_]" .. variable .. "%f[^%w_]")
  while from do
    -- What stands between the name and the sign: nothing, an attribute, or more names.
    local between = match(line, "^([^=]*)=[^=]", to + 1)
    if between and find(between, "^%s*$") or between and find(between, "^%s*[,<][%w_%s,.<>]*$") then return true end
    from, to = find(line, "%f[%w_]" .. variable .. "%f[^%w_]", to + 1)
  end
  return false
end

-- Whether `variable` got what reading `name` gave in a source.
local function is_alias(variable, name, source)
  for line in next, reads[name] and reads[name][source] or {} do
    if sets(line_of(source, line), variable) then return true end
  end
  return false
end

-- The denied name whose use is behind "attempt to call a nil value (global
-- 'os')" at a place; nil when another nil is.
local function denied_name(variable, source, line, raised_by_vm)
  local kind, key = match(variable, "^ %((%a+) '([^']*)'%)$")
  for _, name in next, NAMES do
    local last = match(name, "[^.]*$")
    if key == last then
      if was_read_at(name, source, line) then return name end
      -- A variable named like a library stands for it; a field `random` is that
      -- of `math` only when `math.random` was read on this very line.
      local stands_for_it = DENIED[key] or kind == "local" or kind == "upvalue"
      if raised_by_vm and stands_for_it and reads[name] then return name end
    end
  end
  for _, name in next, NAMES do
    if key and key ~= "?" then
      if match(key, "^[%a_][%w_]*$") and is_alias(key, name, source) then return name end
    elseif was_read_at(name, source, line) then
      return name
    end
  end
end

-- The answer to an error that arose because a name is denied; or, second, a
-- hint where the nil may have come from.
function host.denial(message, chunk, line, raised_by_vm)
  local variable = match(message, "^attempt to .- a nil value(.*)$")
  if not variable or not latest_read then return nil end
  local name = denied_name(variable, chunk and "@" .. chunk or "", line, raised_by_vm)
  if name then return answer(name) end
  return nil, raised_by_vm and find(variable, "'", 1, true) and
    format("`%s` gave nil on line %d: %s", latest_read.name, latest_read.line, answer(latest_read.name).message) or nil
end

-- The same for setting a field of a read-only table.
function host.denied_field(t, key)
  local name = type(key) == "string" and prefixes[t] and prefixes[t] .. key
  return name and DENIED[name] and answer(name)
end

-- `require("os")` and the like: why there is no such module, and what instead.
function host.denied_module(name)
  local denied = DENIED[name]
  if not denied then return nil end
  return format("Lua's `%s` library is not available in a profile: %s", name, denied[2]), denied[3]
end
