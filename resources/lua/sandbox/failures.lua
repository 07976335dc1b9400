-- Errors as data: what went wrong, where, and through which calls. The handler
-- here runs at the moment an error is raised, before anything is unwound.
local host = ...
local getinfo = debug.getinfo
local error, pcall, type, tonumber, tostring = error, pcall, type, tonumber, tostring
local byte, find, match, sub = string.byte, string.find, string.match, string.sub
local lua_format = string.format
local rawget, rawset, raw_getmetatable = rawget, rawset, debug.getmetatable
local max_message_bytes, max_frames = host.limits.message_bytes, host.limits.traceback_frames

-- Looking further down a deep recursion takes long and says nothing new.
local MAX_LEVELS <const> = 200
-- How much of a message is looked at.
local MAX_READ_BYTES <const> = 65536
-- Names of this program's own chunks.
local OWN_CHUNK <const> = "^insomnia/[%w_/]+%.lua$"
-- Lua shows only the end of a chunk name of this length or more.
local LONG_NAME <const> = 60
-- A caught error may be raised again later: this many are recognised.
local MAX_REMEMBERED <const> = 64

-- Where error objects of libraries keep what they say.
local WORDS <const> = { "message", "msg" }

-- The chunks of profiles and their modules, by the name Lua shows for them.
local chunk_of = {}
-- What is known about errors that the sandbox itself raised, by message.
local remembered, remembered_count = {}, 0

-- `%s` asks even strings for their `__tostring`, and profiles can give them
-- one. In this program's own texts a string says what it is.
local function format(...)
  local strings = raw_getmetatable("")
  local own = strings and rawget(strings, "__tostring")
  if own == nil then return lua_format(...) end
  rawset(strings, "__tostring", nil)
  local text = lua_format(...)
  rawset(strings, "__tostring", own)
  return text
end
host.format = format

local function is_user(info)
  return byte(info.source) == 64 -- "@"
end

-- The nearest frame of a profile's own code; level 1 is the caller's caller.
local function user_frame(level)
  for at = level + 2, MAX_LEVELS do
    local info = getinfo(at, "Sl")
    if not info then return nil end
    if is_user(info) then return sub(info.source, 2), info.currentline end
  end
end
host.user_frame = user_frame

-- Makes a chunk's name known before it is compiled.
function host.know_chunk(chunk)
  local shown = #chunk < LONG_NAME and chunk or "..." .. sub(chunk, -(LONG_NAME - 4))
  chunk_of[shown] = chunk
end

-- Keeps the code and the advice that belong to a message.
local function remember(message, facts)
  if remembered_count >= MAX_REMEMBERED then remembered, remembered_count = {}, 0 end
  remembered[message] = facts
  remembered_count = remembered_count + 1
end

local function raise(message, facts)
  remember(message, facts)
  error(message, 0)
end
host.raise = raise

-- Raises at the line of the profile that called the host function. `put` is
-- what to write instead of what is wrong, where that is known.
function host.fail(message, code, help, put)
  local chunk, line = user_frame(1)
  local text = chunk and format("%s:%d: %s", chunk, line, message) or message
  raise(text, {
    code = code or "lua-runtime", message = message, help = help, put = put, chunk = chunk, line = line,
  })
end

local KINDS <const> = { method = "method", metamethod = "metamethod" }

-- `caller` is who called it: what this program's own code calls it is no name.
local function label(info, caller)
  if info.what == "main" then return "in main chunk" end
  if info.name and not (caller and match(caller.short_src, OWN_CHUNK)) then
    return format("in %s '%s'", KINDS[info.namewhat] or "function", info.name)
  end
  return format("in function <line %d>", info.linedefined)
end

local function traceback(level)
  local frames = {}
  for at = level + 1, MAX_LEVELS do
    local info = getinfo(at, "Slnt")
    if not info or #frames >= max_frames then break end
    if is_user(info) then
      frames[#frames + 1] = { chunk = sub(info.source, 2), line = info.currentline, label = label(info, getinfo(at + 1, "S")) }
    end
  end
  return frames
end

-- Takes the place off the front of a message: "main.lua:3: text" gives "text",
-- "main.lua", 3. A place in this program's own Lua is taken off and forgotten.
local function split_place(message)
  local name, line, rest = match(message, "^([^\n]-):(%d+): (.*)$")
  if name and chunk_of[name] then return rest, chunk_of[name], tonumber(line) end
  if name and match(name, OWN_CHUNK) then return rest end
end

-- Each level of `error` and each `coroutine.wrap` may have put one more place in
-- front; the last one is where the error arose.
local function split_places(message)
  local chunk, line
  while true do
    local rest, next_chunk, next_line = split_place(message)
    if not rest then return message, chunk, line end
    message = rest
    if next_chunk then chunk, line = next_chunk, next_line end
  end
end

-- What is known about a source that does not compile.
function host.syntax_failure(message, chunk)
  local text, _, line = split_place(message)
  return { code = "lua-syntax", message = text or message, chunk = chunk, line = line }
end

-- What a remembered message was raised with, whatever was put in front of it.
local function recall(message)
  local facts = remembered[message]
  while not facts do
    local rest = split_place(message)
    if not rest then return nil end
    message, facts = rest, remembered[rest]
  end
  return facts
end

-- A message as a profile catches it: what is behind it when a name is denied.
function host.caught_message(message)
  if type(message) ~= "string" or not host.denied_read() then return message end
  local text, chunk, line = split_places(message)
  if not chunk then return message end
  local denial = host.denial(text, chunk, line, true)
  if not denial then return message end
  local shown = format("%s:%d: %s", chunk, line, denial.message)
  remember(shown, {
    code = "sandbox-denied", message = denial.message, help = denial.help, chunk = chunk, line = line,
  })
  return shown
end

-- What `pcall` and `coroutine.resume` give.
function host.caught(ok, ...)
  if ok then return ok, ... end
  return false, host.caught_message((...))
end

local function field(object, key) return object[key] end

-- What an error that is no text says about itself, as far as it does. Its
-- metamethods are the profile's own and may fail, too.
local function words_of(object)
  local metatable = raw_getmetatable(object)
  if metatable and rawget(metatable, "__tostring") ~= nil then
    local ok, text = pcall(tostring, object)
    if ok then return text end
  end
  if type(object) ~= "table" then return nil end
  for index = 1, #WORDS do
    local ok, text = pcall(field, object, WORDS[index])
    if ok and type(text) == "string" then return text end
  end
end

local function describe(value, raised_by_vm)
  local kind = type(value)
  if kind == "number" then value = tostring(value) end
  if kind ~= "string" and kind ~= "number" then
    local words = words_of(value)
    if not words then return { code = "lua-runtime", message = format("(error object is a %s value)", kind) } end
    value = sub(words, 1, MAX_READ_BYTES)
  end
  local known = recall(value)
  if known then
    return {
      code = known.code, message = known.message, help = known.help, put = known.put,
      chunk = known.chunk, line = known.line,
    }
  end
  local text, chunk, line = split_places(value)
  if not find(text, "%S") then text = "(the error has no message)" end
  local failure = { code = "lua-runtime", message = text, chunk = chunk, line = line }
  local denial, hint = host.denial(text, chunk, line, raised_by_vm)
  failure.help = hint
  if denial then
    failure.code, failure.message, failure.help = "sandbox-denied", denial.message, denial.help
  end
  return failure
end

-- The message handler of an evaluation.
function host.on_error(value)
  if type(value) == "string" then value = sub(value, 1, MAX_READ_BYTES) end
  local raiser = getinfo(2, "S")
  local failure = describe(value, raiser and raiser.what ~= "C")
  if #failure.message > max_message_bytes then
    failure.message = sub(failure.message, 1, max_message_bytes) .. "..."
  end
  failure.traceback = traceback(2)
  local nearest = failure.traceback[1]
  if not failure.chunk and nearest then failure.chunk, failure.line = nearest.chunk, nearest.line end
  host.failure = failure
  return failure
end
