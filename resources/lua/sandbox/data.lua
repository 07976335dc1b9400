-- Plain data between a profile and the host modules: read-only tables, deep
-- copies, and, when tracing, the marks that say where a value was written.
local host = ...
local type, next, rawget, rawset, select = type, next, rawget, rawset, select
local raw_getmetatable, raw_setmetatable = debug.getmetatable, setmetatable
local format = host.format
local max_depth = host.limits.result_depth

-- Present when tracing, and filled by `trace.lua`. Marks of a table: `made` is the
-- id of the constructor it came from; `fields` maps a key to where that field was
-- set later: { id } an assignment, { id, key } a field of another constructor,
-- { chunk, line } a call of a host function.
local marks
-- The contents of a read-only table.
local readonly = host.readonly_contents

function host.readonly(contents, call)
  local proxy = {}
  readonly[proxy] = contents
  local function refuse(_, key)
    local denial = host.denied_field(proxy, key)
    if denial then host.fail(denial.message, "sandbox-denied", denial.help) end
    host.fail(format("this table is read-only: `%s` cannot be set", host.show_key(key)))
  end
  return raw_setmetatable(proxy, {
    __index = contents,
    __newindex = refuse,
    __len = function() return #contents end,
    __pairs = function() return host.iterate(contents, proxy), proxy, nil end,
    __call = call and function(_, ...) return call(...) end,
    __metatable = false,
  })
end

function host.rawset(...)
  local t, key = ...
  if readonly[t] then host.fail(format("this table is read-only: `%s` cannot be set", host.show_key(key))) end
  return rawset(...)
end

function host.show_key(key)
  return type(key) == "string" and key or type(key) == "number" and format("[%s]", key) or "[" .. type(key) .. "]"
end

-- Where the field of a table was written, as far as it is known.
local function mark_of(t, key)
  local own = marks[t]
  if not own then return nil end
  return own.fields[key] or own.made and { id = own.made, key = key }
end

local function set_mark(t, key, mark)
  local own = marks[t]
  if not own then
    own = { fields = {} }
    marks[t] = own
  end
  own.fields[key] = mark
end

-- Sets a field of a fresh table on behalf of the profile. Where the value was
-- written is the place of `source[source_key]` or, without one, of the call.
function host.put(destination, key, value, source, source_key)
  destination[key] = value
  if not marks then return end
  local mark = source and mark_of(source, source_key)
  if not mark then
    local chunk, line = host.user_frame(1)
    mark = chunk and { chunk = chunk, line = line }
  end
  set_mark(destination, key, mark)
end

local function copy(value, depth, copies)
  local kind = type(value)
  if kind == "nil" or kind == "boolean" or kind == "number" or kind == "string" then return value end
  if kind ~= "table" then host.fail(format("a profile holds plain data: this is a %s", kind)) end
  if copies[value] then return copies[value] end
  if copies[value] == false then host.fail("a profile holds plain data: this table contains itself") end
  if raw_getmetatable(value) ~= nil then
    host.fail("a profile holds plain data: this table has a metatable, and what it inherits would be lost")
  end
  if depth >= max_depth then host.fail(format("a profile holds plain data at most %d levels deep", max_depth)) end
  copies[value] = false
  local result = {}
  for key, item in next, value do result[key] = copy(item, depth + 1, copies) end
  copies[value] = result
  local own = marks and marks[value]
  if own then
    local fields = {}
    for key, mark in next, own.fields do fields[key] = mark end
    marks[result] = { made = own.made, fields = fields }
  end
  return result
end

-- A deep copy of plain data, with its marks.
function host.copy(value)
  return copy(value, 0, {})
end

-- Notes that data which stands in no Lua source was brought by this call.
function host.mark_as_brought(value)
  if not marks or type(value) ~= "table" then return value end
  for key, item in next, value do host.put(value, key, host.mark_as_brought(item)) end
  return value
end

-- Begins to keep marks; gives what reads and sets them.
function host.keep_marks()
  marks = {}
  host.marks = marks
  return marks, mark_of, set_mark
end
