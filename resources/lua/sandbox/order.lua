-- Iteration in an order that is a fact about the table: numbers ascending, then
-- strings by bytes, false, true, then tables, functions and threads in the
-- order of their creation.
local host = ...
local address, newest_first = host.address, host.newest_first
local raw_next, type, rawget, rawequal = next, type, rawget, rawequal
local raw_getmetatable = debug.getmetatable
local format = string.format
local move, remove, sort = table.move, table.remove, table.sort

-- Functions of Lua's own library have small numbers instead of addresses, and
-- the main thread is on no list: both are older than any profile.
local FIRST_OBJECT <const> = 65536
local main_thread = address(coroutine.running())

local function by_creation(objects)
  local at, oldest, others = {}, {}, {}
  for index = 1, #objects do
    local where = address(objects[index])
    at[where] = objects[index]
    local list = (where < FIRST_OBJECT or where == main_thread) and oldest or others
    list[#list + 1] = where
  end
  sort(oldest)
  newest_first(others)
  local ordered = {}
  for index = 1, #oldest do ordered[index] = at[oldest[index]] end
  for index = #others, 1, -1 do ordered[#ordered + 1] = at[others[index]] end
  return ordered
end

local function ordered_keys(t)
  local keys, count = {}, 0
  local strings, string_count = {}, 0
  local objects, has_false, has_true
  local is_sequence = true
  for key in raw_next, t do
    local kind = type(key)
    if kind == "string" then
      string_count = string_count + 1
      strings[string_count] = key
    elseif kind == "number" then
      count = count + 1
      keys[count] = key
      is_sequence = is_sequence and key == count
    elseif key == false then
      has_false = true
    elseif key == true then
      has_true = true
    else
      objects = objects or {}
      objects[#objects + 1] = key
    end
  end
  if not is_sequence then sort(keys) end
  if string_count > 1 then sort(strings) end
  if count == 0 then keys, count = strings, string_count
  elseif string_count > 0 then
    move(strings, 1, string_count, count + 1, keys)
    count = count + string_count
  end
  if has_false then count = count + 1 keys[count] = false end
  if has_true then count = count + 1 keys[count] = true end
  if objects then
    if #objects > 1 then objects = by_creation(objects) end
    move(objects, 1, #objects, count + 1, keys)
    count = count + #objects
  end
  return keys, count
end

-- The first of the ordered keys, found without putting the others in order: a
-- program may ask for it again after each removal.
local function first_key(t)
  local least_number, least_string, has_false, has_true, objects
  for key in raw_next, t do
    local kind = type(key)
    if kind == "number" then
      if not least_number or key < least_number then least_number = key end
    elseif kind == "string" then
      if not least_string or key < least_string then least_string = key end
    elseif key == false then
      has_false = true
    elseif key == true then
      has_true = true
    else
      objects = objects or {}
      objects[#objects + 1] = key
    end
  end
  if least_number or least_string then return least_number or least_string end
  if has_false then return false end
  if has_true then return true end
  if objects then return by_creation(objects)[1] end
end

local function iterate(t)
  local keys, count = ordered_keys(t)
  local at = 0
  return function()
    while at < count do
      at = at + 1
      local value = rawget(t, keys[at])
      if value ~= nil then return keys[at], value end
    end
  end
end
host.iterate = iterate

function host.pairs(...)
  local t = ...
  local metatable = raw_getmetatable(t)
  local own = metatable and rawget(metatable, "__pairs")
  if own ~= nil then
    local iterator, state, control = own(t)
    return iterator, state, control
  end
  if type(t) ~= "table" then
    host.fail(format("bad argument #1 to 'for iterator' (table expected, got %s)", type(t)))
  end
  return iterate(t), t, nil
end

-- `next` has no place to keep the order between two calls: the latest walks are
-- remembered, each with the key it will be asked to go on from.
local MAX_WALKS <const> = 8
local walks = {}
-- Walks that gave their first key only. Apart from the others, because asking
-- whether a table is empty begins one that never goes on.
local begun = {}

local function remember(list, walk)
  if #list >= MAX_WALKS then remove(list, 1) end
  list[#list + 1] = walk
end

local function forget(list, t)
  for index = #list, 1, -1 do
    if rawequal(list[index].of, t) then remove(list, index) end
  end
end

local function walk_at(t, key)
  for index = #walks, 1, -1 do
    local walk = walks[index]
    if rawequal(walk.of, t) and rawequal(walk.keys[walk.at], key) then return walk, index end
  end
  local keys, count = ordered_keys(t)
  local place
  for at = 1, count do
    if rawequal(keys[at], key) then
      place = at
      break
    end
  end
  -- A program may remove the key it was given, as Lua allows.
  for index = 1, #begun do
    if not place and rawequal(begun[index].of, t) and rawequal(begun[index].key, key) then place = 0 end
  end
  if not place then host.fail("invalid key to 'next'") end
  forget(begun, t)
  remember(walks, { of = t, keys = keys, count = count, at = place })
  return walks[#walks], #walks
end

function host.next(t, ...)
  if type(t) ~= "table" then return raw_next(t, ...) end
  local key = ...
  if key == nil then
    forget(walks, t)
    forget(begun, t)
    local first = first_key(t)
    if first == nil then return nil end
    remember(begun, { of = t, key = first })
    return first, rawget(t, first)
  end
  local walk, index = walk_at(t, key)
  while walk.at < walk.count do
    walk.at = walk.at + 1
    local following = walk.keys[walk.at]
    local value = rawget(t, following)
    if value ~= nil then return following, value end
  end
  remove(walks, index)
  return nil
end
