-- Keeps marks: where each table and field of a profile was written, also when
-- generic code (a copy, a merge, a setter, a decoder) put it where it is. It is
-- no part of the machine: only an evaluation that is made to find places loads
-- it, and its functions are handed to instrumented sources alone. They are in no
-- table that a profile can reach.
--
-- A mark is plain data: { id }, { id, key } or { chunk, line } (see `data.lua`),
-- and what is known of the way there:
--   value_at         the mark of where the value was read
--   key_at, key_side the mark of where the key was read, and whether it was the
--                    key or the value of that field
--   calls            the lines that called what set a computed key, innermost first
--   value_calls      the same of a value that was a variable
local host = ...
local lua = host.lua
local next, rawget, rawequal, rawlen = lua.next, lua.rawget, lua.rawequal, lua.rawlen
local type, select = lua.type, lua.select
local raw_getmetatable, getinfo = lua.debug.getmetatable, lua.debug.getinfo
local unpack, min = lua.table.unpack, lua.math.min
local byte, sub = lua.string.byte, lua.string.sub
local marks, mark_of, set_mark = host.keep_marks()

-- Looking at the stack takes time: this far, and this often it is done.
local MAX_CALLS <const>, MAX_DEPTH <const>, MAX_LOOKS <const> = 8, 24, 1024
-- Steps of a program that are looked at closely; after that only plain marks are
-- kept, which cost least. A profile near the limit of steps keeps its places.
local MAX_CLOSE <const> = 10000
-- A list that is sorted or shifted is looked through up to this length.
local MAX_MOVED <const> = 1000
local NO_CALLS <const> = {}
local AT_SIGN <const> = 64

local looks_left, close_left = MAX_LOOKS, MAX_CLOSE

-- What `pairs`, `next` and `ipairs` read last: by key, and of all.
local read_from, read_value = {}, {}
local last_from, last_key, last_value
-- Marks whose value is known when the evaluation is over: { t, key, mark, value }.
local unsettled = {}
-- Computed keys of constructors that are being made: { key, mark }, innermost last.
local pending = {}
-- The chunk of a profile's function, or false: quicker than asking each time.
local chunk_of_function = {}

local function is_plain(value)
  local kind = type(value)
  return kind == "string" or kind == "number" or kind == "boolean"
end

local function can_be_key(key)
  return key ~= nil and key == key
end

-- Whether there is patience left for one more close look.
local function look_closely()
  close_left = close_left - 1
  return close_left > 0
end

-- A mark alone, as part of another: marks never become chains.
local function alone(mark)
  if not (mark.key_at or mark.value_at) then return mark end
  return { id = mark.id, key = mark.key, chunk = mark.chunk, line = mark.line, calls = mark.calls }
end

-- Where the value of a field was written first.
local function value_mark(t, key)
  local mark = is_plain(key) and mark_of(t, key)
  return mark and (mark.value_at or alone(mark)) or nil
end

-- Where its key was written first.
local function key_mark(t, key)
  local mark = is_plain(key) and mark_of(t, key)
  if not mark then return nil end
  if mark.key_at then return mark.key_at, mark.key_side end
  return alone(mark), "key"
end

local function chunk_of(f)
  local chunk = chunk_of_function[f]
  if chunk == nil then
    local source = getinfo(f, "S").source
    chunk = byte(source) == AT_SIGN and sub(source, 2)
    chunk_of_function[f] = chunk
  end
  return chunk
end

-- The lines of the profile that called the function at a level, innermost first.
local function calls_above(level)
  if looks_left == 0 then return NO_CALLS end
  looks_left = looks_left - 1
  local calls, last_chunk, last_line = {}, nil, nil
  for at = level + 1, level + MAX_DEPTH do
    local info = getinfo(at, "fl")
    if not info or #calls == MAX_CALLS then break end
    local chunk, line = chunk_of(info.func), info.currentline
    if chunk and not (chunk == last_chunk and line == last_line) then
      calls[#calls + 1] = { chunk = chunk, line = line }
      last_chunk, last_line = chunk, line
    end
  end
  return calls
end

-- Notes where the value of an assignment was read: from the field `source_key` of
-- `source`, where the source text says so, else what a loop read last. The value
-- itself is known only where the text is a variable.
local function note_value(mark, t, key, computed, source, source_key, value, in_loop, level)
  if value ~= nil then
    if source ~= nil and not (type(source) == "table" and rawequal(rawget(source, source_key), value)) then
      source = nil
    end
    if not source and computed and read_from[key] and rawequal(read_value[key], value) then
      source, source_key = read_from[key], key
    elseif not source and in_loop and rawequal(last_value, value) then
      source, source_key = last_from, last_key
    end
    if not source and is_plain(value) then mark.value_calls = calls_above(level + 1) end
  elseif source == nil and computed then
    source, source_key = read_from[key], key
  end
  if type(source) == "table" and source_key ~= nil then
    local read = rawget(source, source_key)
    mark.value_at = read ~= nil and value_mark(source, source_key) or nil
    if mark.value_at then
      local count = #unsettled
      unsettled[count + 1], unsettled[count + 2], unsettled[count + 3], unsettled[count + 4] = t, key, mark, read
    end
  end
end

-- Notes where a computed key was read.
local function note_key(mark, key, source, source_key, level)
  if type(source) == "table" and source_key ~= nil and rawequal(rawget(source, source_key), key) then
    mark.key_at, mark.key_side = value_mark(source, source_key), "value"
  elseif read_from[key] then
    mark.key_at, mark.key_side = key_mark(read_from[key], key)
  end
  -- A key that was a value: `for _, name in ipairs(names) do r[name] = ... end`.
  if not mark.key_at and rawequal(last_value, key) then
    mark.key_at, mark.key_side = value_mark(last_from, last_key), "value"
  end
  if not mark.key_at then mark.calls = calls_above(level + 1) end
end

-- Takes the marks of the computed keys that a constructor was just made with.
local function take_pending(t, fields, count)
  for index = #pending, #pending - count + 1, -1 do
    local noted = pending[index]
    pending[index] = nil
    if noted and rawget(t, noted.key) ~= nil then
      fields[noted.key] = noted.mark
    end
  end
end

-- `__trace_table(id, {...}, computed keys, key, table, key there, ...)`: a
-- constructor, and where its fields were read. Without a key there it is a
-- variable: nobody knows from where, so the calls may tell; `true` says that it is
-- a loop's, and `...` that all items from that key on are, of the table's where there is one.
local function trace_table(id, t, computed, ...)
  local fields = {}
  marks[t] = { made = id, fields = fields }
  if computed == nil then return t end
  take_pending(t, fields, computed)
  if ... == nil or not look_closely() then return t end
  local calls
  for index = 1, select("#", ...), 3 do
    local key, source, source_key = select(index, ...)
    local value = rawget(t, key)
    if source_key == true then
      local value_at = rawequal(last_value, value) and value_mark(last_from, last_key)
      if value_at then fields[key] = { id = id, key = key, value_at = value_at } end
    elseif source_key == nil then
      if is_plain(value) then
        calls = calls or calls_above(2)
        if #calls > 0 then fields[key] = { id = id, key = key, value_calls = calls } end
      end
    elseif source_key == "..." and type(source) == "table" then
      for item = key, min(rawlen(t), MAX_MOVED) do
        local from = item - key + 1
        local value_at = rawequal(rawget(source, from), rawget(t, item)) and value_mark(source, from)
        if value_at then fields[item] = { id = id, key = item, value_at = value_at } end
      end
    elseif source_key == "..." then
      calls = calls or calls_above(2)
      for item = key, #calls > 0 and min(rawlen(t), MAX_MOVED) or 0 do
        if is_plain(rawget(t, item)) then fields[item] = { id = id, key = item, value_calls = calls } end
      end
    elseif value ~= nil and type(source) == "table" and rawequal(rawget(source, source_key), value) then
      local value_at = value_mark(source, source_key)
      if value_at then fields[key] = { id = id, key = key, value_at = value_at } end
    end
  end
  return t
end

-- `[__trace_name(id, table, key there, KEY)] = v` in a constructor.
local function trace_name(id, source, source_key, key)
  if not can_be_key(key) then return key end
  local mark = { id = id }
  if type(key) == "string" and look_closely() then note_key(mark, key, source, source_key, 2) end
  pending[#pending + 1] = { key = key, mark = mark }
  return key
end

-- `__trace_field(t, key, id); t.key = v`: a value that says nothing of its origin.
local function trace_field(t, key, id)
  if type(t) == "table" and can_be_key(key) then set_mark(t, key, { id = id }) end
end

-- `__trace_from(t, key, id, table, key there, variable, whether a loop's); t.key = v`.
local function trace_from(t, key, id, source, source_key, value, in_loop)
  if type(t) ~= "table" or not can_be_key(key) then return end
  local mark = { id = id }
  -- Before the mark is set: `p.slug = p.slug or "x"`.
  if look_closely() then note_value(mark, t, key, false, source, source_key, value, in_loop, 2) end
  set_mark(t, key, mark)
end

-- `t[__trace_key(t, id, table, key there, table, key there, variable, loop, KEY)] = v`:
-- of a computed key, evaluated once, where it stands.
local function trace_key(t, id, key_source, key_key, source, source_key, value, in_loop, key)
  if type(t) ~= "table" or not can_be_key(key) then return key end
  local mark = { id = id }
  if look_closely() then
    if type(key) == "string" then note_key(mark, key, key_source, key_key, 2) end
    note_value(mark, t, key, true, source, source_key, value, in_loop, 2)
  end
  set_mark(t, key, mark)
  return key
end

-- What an instrumented source is given.
function host.trace_functions()
  return trace_table, trace_name, trace_field, trace_from, trace_key
end

-- Takes back what turned out to be another value than the one that was read.
function host.settle_marks()
  for index = 1, #unsettled, 4 do
    local t, key, mark, value = unpack(unsettled, index, index + 3)
    if not rawequal(rawget(t, key), value) then mark.value_at = nil end
  end
end

-- Lets the loops of one environment remember what they read.
local function watch_loops(environment)
  local next, pairs, ipairs = environment.next, environment.pairs, environment.ipairs
  local function note_read(t, key, value)
    read_from[key], read_value[key] = t, value
    last_from, last_key, last_value = t, key, value
  end
  -- After a loop, what the loop around it read last is the last again.
  local function watch(iterator, state, control)
    local outer_from, outer_key, outer_value = last_from, last_key, last_value
    return function(t, key)
      local following, value = iterator(t, key)
      if following == nil then
        last_from, last_key, last_value = outer_from, outer_key, outer_value
      else
        note_read(t, following, value)
      end
      return following, value
    end, state, control
  end
  function environment.next(...)
    local t = ...
    local key, value = next(...)
    if key == nil then return nil end
    note_read(t, key, value)
    return key, value
  end
  function environment.pairs(...)
    local metatable = raw_getmetatable((...))
    local own = metatable and rawget(metatable, "__pairs") ~= nil
    if own or not look_closely() then return pairs(...) end
    return watch(pairs(...))
  end
  function environment.ipairs(...)
    if not look_closely() then return ipairs(...) end
    return watch(ipairs(...))
  end
end

-- A mark for what stands on the line of the profile that is running.
local function line_mark()
  local chunk, line = host.user_frame(1)
  return chunk and { chunk = chunk, line = line }
end

local function watch_rawset(environment)
  local rawset = environment.rawset
  function environment.rawset(...)
    local t, key, value = ...
    if type(t) == "table" and can_be_key(key) and look_closely() then
      local mark = line_mark()
      if mark then
        if type(key) == "string" then note_key(mark, key, nil, nil, 2) end
        note_value(mark, t, key, true, nil, nil, value, true, 2)
        set_mark(t, key, mark)
      end
    end
    return rawset(...)
  end
end

-- The values of a list and where each was written, before they are moved.
local function list_marks(t)
  local length = type(t) == "table" and marks[t] and raw_getmetatable(t) == nil and rawlen(t)
  if not length or length == 0 or length > MAX_MOVED or close_left <= length then return nil end
  close_left = close_left - length
  local before = {}
  for index = 1, length do
    local value = rawget(t, index)
    local same = before[value]
    if not same then
      same = { taken = 0 }
      before[value] = same
    end
    same[#same + 1] = mark_of(t, index) or false
  end
  return before
end

-- Gives each item of a list the mark that its value had before it was moved.
local function move_marks(t, before)
  local line
  for index = 1, rawlen(t) do
    local same = before[rawget(t, index)]
    local mark
    if same and same.taken < #same then
      same.taken = same.taken + 1
      mark = same[same.taken]
    end
    if not mark then
      line = line or line_mark()
      mark = line
    end
    if mark then set_mark(t, index, mark) end
  end
end

-- Lets `table.insert`, `remove` and `sort` take the marks of items along.
local function watch_lists(environment)
  local library = environment.table
  local insert, remove, sort, move = library.insert, library.remove, library.sort, library.move
  local pack = library.pack
  function library.insert(...)
    local t, position = ...
    local count = select("#", ...)
    local before = count == 3 and type(position) == "number" and list_marks(t)
    insert(...)
    if before then
      move_marks(t, before)
    elseif count == 2 and is_plain(position) and look_closely() then
      -- The second argument is the value: it stands at the end now.
      local mark, index = line_mark(), rawlen(t)
      if mark and rawequal(rawget(t, index), position) then
        note_value(mark, t, index, false, nil, nil, position, true, 2)
        set_mark(t, index, mark)
      end
    end
  end
  function library.pack(...)
    local t = pack(...)
    local mark = t.n <= MAX_MOVED and look_closely() and line_mark()
    if mark then
      local calls = calls_above(2)
      for index = 1, t.n do
        if is_plain(t[index]) then
          set_mark(t, index, { chunk = mark.chunk, line = mark.line, value_calls = calls })
        end
      end
    end
    return t
  end
  function library.move(...)
    local from, first, last, position, into = ...
    local moved = {}
    for index = 1, list_marks(from) and type(first) == "number" and type(last) == "number" and last - first + 1 or 0 do
      moved[index] = value_mark(from, first + index - 1) or false
      if index == MAX_MOVED then break end
    end
    local result = move(...)
    local line = #moved > 0 and line_mark()
    for index = 1, line and #moved or 0 do
      local at = position + index - 1
      if moved[index] and is_plain(rawget(result, at)) then
        set_mark(result, at, { chunk = line.chunk, line = line.line, value_at = moved[index] })
      end
    end
    return result
  end
  function library.remove(...)
    local t = ...
    local before = select("#", ...) > 1 and list_marks(t)
    local removed = remove(...)
    if before then move_marks(t, before) end
    return removed
  end
  function library.sort(...)
    local t = ...
    local before = list_marks(t)
    sort(...)
    if before then move_marks(t, before) end
  end
end

function host.watch_reads(environment)
  watch_loops(environment)
  watch_rawset(environment)
  watch_lists(environment)
end

-- Where a host function refused an argument, its author wants to hear of the
-- other mistakes, too: then an evaluation is made in which refusals are noted, and
-- the call gives an empty table that is marked as refused.
local REFUSED <const> = -1
local MAX_REFUSALS <const> = 50

local function go_on_after_refusals()
  local refusals, inside, of_call = {}, 0, 0
  local fail = host.fail
  host.refusals = refusals
  function host.fail(message, code, help, put)
    if inside == 0 or #refusals == MAX_REFUSALS then return fail(message, code, help, put) end
    -- What is missing was most likely written under the name that was refused.
    if code == "missing-field" and #refusals > of_call then return end
    local chunk, line = host.user_frame(1)
    refusals[#refusals + 1] = {
      message = message, code = code or "lua-runtime", help = help, put = put, chunk = chunk, line = line,
    }
    -- An argument of another kind was meant for something else: so may be the rest.
    if code == "invalid-type" then lua.error(message, 0) end
  end
  local function finish(before, ok, ...)
    inside = inside - 1
    if #refusals > before then
      local placeholder = {}
      marks[placeholder] = { made = REFUSED, fields = {} }
      return placeholder
    end
    if not ok then lua.error((...), 0) end
    return ...
  end
  for name, module in next, host.public_modules do
    local contents = host.readonly_contents[module]
    -- `profile` runs what others wrote.
    if contents and name ~= "insomnia" and name ~= "insomnia.profile" then
      for key, f in next, contents do
        if type(f) == "function" then
          contents[key] = function(...)
            inside, of_call = inside + 1, #refusals
            return finish(#refusals, lua.pcall(f, ...))
          end
        end
      end
    end
  end
end

if host.program.further then go_on_after_refusals() end
