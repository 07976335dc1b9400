-- Names of Lua's standard library that are not here. Reading one gives nil, as
-- a profile may ask (`if os then`); using one is answered with what it was, why
-- it is not here and what to do instead.
local host = ...
local getinfo = debug.getinfo
local type = type
local format, match = string.format, string.match
local raw_getmetatable, raw_setmetatable = getmetatable, setmetatable

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
  package = { "the loader of modules", "modules come only from the profile's own directory", "use `require`" },
  dofile = { "running a file", "modules come only from the profile's own directory", "use `require`" },
  loadfile = { "compiling a file", "modules come only from the profile's own directory", "use `require`" },
  load = { "compiling text at run time", "all code of a profile is in its files, where it can be read", MODULES },
  loadstring = { "compiling text at run time", "all code of a profile is in its files, where it can be read", MODULES },
  collectgarbage = { "control of the garbage collector", "memory is the sandbox's business", "leave it out" },
  warn = { "warnings on standard error", "a profile has one channel for remarks", "use print" },
  ["string.dump"] = { "the bytecode of a function", "bytecode can break the virtual machine", MODULES },
  ["math.random"] = { "random numbers", "a profile gives the same answer every time", "write the value down" },
  ["math.randomseed"] = { "the seed of random numbers", "a profile gives the same answer every time", "leave it out" },
}

-- The latest place where a denied name was read, by the last part of the name.
local reads = {}
local latest_read
-- Metatables that watch for such reads; `getmetatable` does not show them.
local watchers = {}

-- Lets `container` note reads of denied names, which go on giving nil.
function host.watch(container, prefix)
  local watcher = {}
  function watcher.__index(_, key)
    local name = type(key) == "string" and prefix .. key
    if name and DENIED[name] then
      local frame = getinfo(2, "Sl")
      latest_read = { name = name, source = frame and frame.source, line = frame and frame.currentline }
      reads[key] = latest_read
    end
    return nil
  end
  watchers[watcher] = true
  return raw_setmetatable(container, watcher)
end

function host.getmetatable(...)
  local metatable = raw_getmetatable(...)
  if watchers[metatable] then return nil end
  return metatable
end

local function answer(name)
  local was, why, instead = DENIED[name][1], DENIED[name][2], DENIED[name][3]
  return {
    message = format("`%s` is not available in a profile: it is %s; %s", name, was, why),
    help = instead,
  }
end

-- The answer to "attempt to call a nil value (global 'os')", when the VM raised
-- it because the name is denied, and not because of another nil of that name;
-- or, second, a hint where the nil may have come from.
function host.denial(message)
  local kind, key = match(message, "^attempt to %a+ a nil value %((%a+) '([^']*)'%)$")
  local read = key and reads[key]
  if not read then
    return nil, key and latest_read and format("`%s` gave nil on line %d: %s", latest_read.name, latest_read.line or 0,
      answer(latest_read.name).message)
  end
  -- A variable named like a library stands for it; a field `random` is that of
  -- `math` only when `math.random` was read on this very line.
  if DENIED[key] or kind == "local" or kind == "upvalue" then return answer(read.name) end
  local frame = getinfo(4, "Sl") -- denial < describe < on_error < the raiser
  if frame and frame.source == read.source and frame.currentline == read.line then return answer(read.name) end
end

-- `require("os")` and the like.
function host.denied_module_help(name)
  local denied = DENIED[name]
  return denied and format("Lua's `%s` library is not there; %s", name, denied[3]) or nil
end
