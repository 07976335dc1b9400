-- What to put instead of a wrong name: the nearest of a list of names, or the list itself.
local min, max = math.min, math.max
local byte = string.byte
local concat = table.concat
local ipairs = ipairs

-- Listing more names than this helps nobody.
local LIST_LIMIT = 16
-- Longer words than any name of ours are not compared: the work is quadratic.
local WORD_LIMIT = 64

-- Edits between two words: insert, delete, replace, swap of two neighbours.
local function distance(a, b)
  local before, last, row = nil, nil, {}
  for j = 0, #b do row[j] = j end
  for i = 1, #a do
    before, last, row = last, row, { [0] = i }
    for j = 1, #b do
      local cost = byte(a, i) == byte(b, j) and 0 or 1
      row[j] = min(last[j] + 1, row[j - 1] + 1, last[j - 1] + cost)
      if i > 1 and j > 1 and byte(a, i) == byte(b, j - 1) and byte(a, i - 1) == byte(b, j) then
        row[j] = min(row[j], before[j - 2] + 1)
      end
    end
  end
  return row[#b]
end

local function nearest(word, known)
  if #word > WORD_LIMIT then return nil end
  local best, least = nil, max(1, #word // 3) + 1
  for _, name in ipairs(known) do
    local d = distance(word, name)
    if d < least then best, least = name, d end
  end
  return best
end

-- How to go on after `word` was not found, as `host.fail` takes it: a line of
-- help with all of a short list, or nil and the one name to put instead.
local function advice(word, known)
  local name = nearest(word, known)
  if name then return nil, name end
  if #known <= LIST_LIMIT then return "one of: " .. concat(known, ", ") end
  return "one of: " .. concat(known, ", ", 1, LIST_LIMIT) .. ", ..."
end

return { nearest = nearest, advice = advice }
