-- What is kept beside the result: the remarks of `print` and the names of what
-- was loaded. Both stand in lists that the loader reads even when an evaluation
-- was cut off in the middle.
local host = ...
local tostring = tostring
local concat, pack = table.concat, table.pack
local find = string.find
local max_lines, max_bytes = host.limits.print_lines, host.limits.print_bytes

-- Chunk, line, text, chunk, line, text, ...
local notes, note_count = {}, 0
local loaded, loaded_count = {}, 0
local seen = {}
local lines_left, bytes_left = max_lines, max_bytes

-- 1: loaded, 2: notes, 3: whether notes were left out.
host.record = { loaded, notes, false }

local function count_lines(text)
  local lines, at = 1, find(text, "\n", 1, true)
  while at do
    lines, at = lines + 1, find(text, "\n", at + 1, true)
  end
  return lines
end

function host.print(...)
  local parts = pack(...)
  for index = 1, parts.n do parts[index] = tostring(parts[index]) end
  if host.record[3] then return end
  local text = concat(parts, "\t", 1, parts.n)
  local lines = #text > bytes_left and max_lines + 1 or count_lines(text)
  if lines > lines_left then
    -- This remark and all after it are left out: half a remark misleads.
    host.record[3] = true
    return
  end
  lines_left, bytes_left = lines_left - lines, bytes_left - #text
  local chunk, line = host.user_frame(1)
  notes[note_count + 1] = chunk or ""
  notes[note_count + 2] = line or 0
  notes[note_count + 3] = text
  note_count = note_count + 3
end

function host.note_loaded(name)
  if seen[name] then return end
  seen[name] = true
  loaded_count = loaded_count + 1
  loaded[loaded_count] = name
end
