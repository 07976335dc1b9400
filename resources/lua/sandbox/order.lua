-- Iteration in an order that is a fact about the table: numbers ascending, then
-- strings by bytes, false, true, then tables, functions and threads in the
-- order of their creation.
local host = ...
local address, newest_first = host.address, host.newest_first
local watch_keys, keys_unchanged, has_low_number = host.watch_keys, host.keys_unchanged, host.has_low_number
local next, type, rawget, rawequal = next, type, rawget, rawequal
local lua_pairs = pairs
local raw_getmetatable = debug.getmetatable
local move, sort = table.move, table.sort

-- Read-only tables and what shows in them.
host.readonly_contents = {}
local readonly_contents = host.readonly_contents

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
  for key in next, t do
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

-- The first of the ordered keys, found without putting the others in order.
local function first_key(t)
  -- A list, to which a program may add and ask again.
  if rawget(t, 1) ~= nil and not has_low_number(t) then return 1 end
  local least_number, least_string, has_false, has_true, objects
  for key in next, t do
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

-- An iterator over `t` for a loop whose state is `shown`.
local function iterate(t, shown)
  local keys, count = ordered_keys(t)
  local at, last = 0, nil
  return function(state, control)
    -- Somebody who does not simply go on wants what `next` gives.
    if control ~= last or state ~= shown then return host.next(state, control) end
    while at < count do
      at = at + 1
      last = keys[at]
      local value = rawget(t, last)
      if value ~= nil then return last, value end
    end
    last = nil
  end
end
host.iterate = iterate

function host.pairs(...)
  local t = ...
  -- Nothing at all is an error, in Lua's own words; what it gives is its `next`.
  if t == nil then lua_pairs(...) end
  local metatable = raw_getmetatable(t)
  local own = metatable and rawget(metatable, "__pairs")
  if own ~= nil then
    local callable = type(own) == "function" or raw_getmetatable(own) and rawget(raw_getmetatable(own), "__call") ~= nil
    if not callable then host.fail("attempt to call a " .. type(own) .. " value (metamethod 'pairs')") end
    local iterator, state, control = own(t)
    return iterator, state, control
  end
  if type(t) ~= "table" then return host.next, t, nil end
  return iterate(t, t), t, nil
end

local NUMBER <const>, STRING <const>, FALSE <const>, TRUE <const>, OBJECT <const> = 1, 2, 3, 4, 5

local function rank(key)
  local kind = type(key)
  if kind == "number" then return NUMBER end
  if kind == "string" then return STRING end
  if key == false then return FALSE end
  return key == true and TRUE or OBJECT
end

-- Behind how many of the ordered keys one stood that is gone.
local function place_of_removed(keys, count, key)
  local kind = rank(key)
  for at = 1, count do
    local other = rank(keys[at])
    if other > kind or other == kind and kind <= STRING and keys[at] > key then return at - 1 end
    if other == OBJECT then
      local objects = move(keys, at, count, 1, {})
      objects[#objects + 1] = key
      objects = by_creation(objects)
      for index = 1, #objects do
        if rawequal(objects[index], key) then return at + index - 2 end
      end
    end
  end
  return count
end

-- `next` has no place to keep the order between two calls: for each table the
-- latest walk is remembered, with the key it will be asked to go on from. Older
-- walks are given up when the younger ones have this many keys.
local MOST_KEYS <const> = 65536
-- What a walk takes besides its keys, in keys.
local WALK_COST <const> = 16
local walks, older_walks, kept = {}, {}, 0

local function remember(walk)
  if kept > MOST_KEYS then walks, older_walks, kept = {}, walks, 0 end
  walks[walk.of] = walk
  kept = kept + walk.count + WALK_COST
end

local function forget(t)
  walks[t], older_walks[t] = nil, nil
end

local function walk_at(t, key)
  local known = walks[t] or older_walks[t]
  if known and rawequal(known.keys[known.at], key) then return known end
  local place
  -- A program may remove the key it was given: Lua knows which were there.
  local is_removed = rawget(t, key) == nil
  if is_removed then next(t, key) end
  local keys, count = ordered_keys(t)
  if is_removed then
    place = place_of_removed(keys, count, key)
  else
    for at = 1, count do
      if rawequal(keys[at], key) then
        place = at
        break
      end
    end
  end
  local walk = { of = t, keys = keys, count = count, at = place }
  remember(walk)
  return walk
end

-- What is known of the first keys of the tables that were asked for them last:
-- some keys in order, and how many of them are gone. It holds as long as no key
-- is added. Few are kept, since each keeps its table.
local MOST_FIRSTS <const> = 16
local firsts, older_firsts, firsts_count = {}, {}, 0

local function remember_first(t, keys, count, is_part)
  if firsts_count >= MOST_FIRSTS then firsts, older_firsts, firsts_count = {}, firsts, 0 end
  firsts[t] = { keys = keys, count = count, gone = 0, is_part = is_part }
  firsts_count = firsts_count + 1
  watch_keys(t)
  return keys[1]
end

-- The first key of a table, looked for only when one was added since the last
-- time. When the one that was found is gone, all are put in order once.
local function first_of(t)
  local known = firsts[t] or older_firsts[t]
  if not known or not keys_unchanged(t) then
    local first = first_key(t)
    return first ~= nil and remember_first(t, { first }, 1, true) or first
  end
  local keys, gone, count = known.keys, known.gone, known.count
  while gone < count and rawget(t, keys[gone + 1]) == nil do gone = gone + 1 end
  known.gone = gone
  if gone < count or not known.is_part then return keys[gone + 1] end
  return remember_first(t, ordered_keys(t))
end

function host.next(...)
  local t, key = ...
  if type(t) ~= "table" then return next(...) end
  t = readonly_contents[t] or t
  if key == nil then
    forget(t)
    local first = first_of(t)
    if first == nil then return nil end
    return first, rawget(t, first)
  end
  local walk = walk_at(t, key)
  while walk.at < walk.count do
    walk.at = walk.at + 1
    local following = walk.keys[walk.at]
    local value = rawget(t, following)
    if value ~= nil then return following, value end
  end
  forget(t)
  return nil
end
