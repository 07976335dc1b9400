-- Whether a string has the form of a known credential. A name is asked for in
-- many places; a person in a hurry pastes the key itself. The forms are those
-- of the check of a whole profile, as far as a name can have them; this one
-- answers at the line of the call.
local find, gmatch, lower, match = string.find, string.gmatch, string.lower, string.match

-- A name merely ends like a prefix when one of these stands before it.
local START <const> = "%f[%w_-]"

local function has_long_run(body)
  for run in gmatch(body, "[%w_]+") do
    if #run >= 16 then return true end
  end
end

local function is_access_key(body) return #body == 16 and match(body, "^[%u%d]+$") end
local function is_mixed(body) return match(body, "%l") and match(body, "[%u%d]") end
local function is_no_word(body) return #body >= 16 or match(body, "%d") end

-- The one sign that may be written in capitals.
local ANY_CASE <const> = "bearer"

-- What a text must hold for the pattern to be worth trying, the pattern with
-- the random part captured, its least length, what else it is; and by name, with
-- which two characters what begins at START may begin. Matching a
-- pattern at every place of a text costs a hundred times as much as looking for
-- a few plain characters, and hardly any name has them.
local FORMS = {
  { "sk-", START .. "sk%-ant%-([%w_-]+)", 16, begins = "sk" },
  { "sk-", START .. "sk%-proj%-([%w_-]+)", 16, begins = "sk" },
  { "sk-", START .. "sk%-svcacct%-([%w_-]+)", 16, begins = "sk" },
  { "sk-", START .. "sk%-admin%-([%w_-]+)", 16, begins = "sk" },
  { "sk-", START .. "sk%-None%-([%w_-]+)", 16, begins = "sk" },
  { "sk-", START .. "sk%-([%w_-]+)", 16, has_long_run, begins = "sk" },
  { "gh", START .. "gh[opsur]_(%w+)", 20, begins = "gh" },
  { "github_pat_", START .. "github_pat_([%w_]+)", 20, begins = "gi" },
  { "gl", START .. "gl%l%l%l?%l?%l?%-([%w_-]+)", 20, begins = "gl" },
  { "IA", START .. "A[KSBC]IA([%w_]+)", 16, is_access_key, begins = "AK AS AB AC" },
  { "CA", START .. "A[KSBC]CA([%w_]+)", 16, is_access_key, begins = "AK AS AB AC" },
  { "AIza", START .. "AIza([%w_-]+)", 35, begins = "AI" },
  { "ya29.", START .. "ya29%.([%w_-]+)", 20, begins = "ya" },
  { "GOCSPX-", START .. "GOCSPX%-([%w_-]+)", 20, begins = "GO" },
  { "xox", START .. "xox%l%-([%w-]+)", 10, begins = "xo" },
  { "xapp-", START .. "xapp%-([%w-]+)", 10, begins = "xa" },
  { "k_live_", START .. "[rs]k_live_(%w+)", 10, begins = "rk sk" },
  { "k_test_", START .. "[rs]k_test_(%w+)", 10, begins = "rk sk" },
  { "whsec_", START .. "whsec_([%w+/=]+)", 20, begins = "wh" },
  { "BSA", START .. "BSA([%w_-]+)", 20, is_mixed, begins = "BS" },
  { "eyJ", START .. "eyJ([%w_-]+)%.[%w_-][%w_-][%w_-][%w_-][%w_-][%w_-][%w_-][%w_-]", 8, begins = "ey" },
  { ANY_CASE, "%f[%w][Bb][Ee][Aa][Rr][Ee][Rr][ \t]+([%w._~+/=-]+)", 6, is_no_word },
  { "-----BEGIN", "%-%-%-%-%-BEGIN [%u%d ]*(PRIVATE KEY)", 11 },
  { "://", "%a[%w+.-]*://[^%s/?#@:]*:([^%s/?#@]+)@", 1 },
}

-- The first two characters of the forms that say with which they begin, and the
-- signs of all others.
local BEGINNINGS, SIGNS = {}, {}
for index = 1, #FORMS do
  local form = FORMS[index]
  if not form.begins then SIGNS[#SIGNS + 1] = form[1] end
  for pair in gmatch(form.begins or "", "%S+") do BEGINNINGS[pair] = true end
end
local BEGINNING <const> = START .. "([%w_-].)"

local function has_sign(text, sign)
  return find(text, sign, 1, true) or sign == ANY_CASE and find(lower(text), sign, 1, true)
end

-- Whether a look at the forms is worth while: it is for hardly any name.
local function may_hold_one(text)
  local _, to, pair = find(text, BEGINNING)
  while to do
    if BEGINNINGS[pair] then return true end
    _, to, pair = find(text, BEGINNING, to + 1)
  end
  for index = 1, #SIGNS do
    if has_sign(text, SIGNS[index]) then return true end
  end
  return false
end

local function looks_like_credential(text)
  if not may_hold_one(text) then return false end
  for index = 1, #FORMS do
    local form = FORMS[index]
    local sign, pattern, least, also = form[1], form[2], form[3], form[4]
    if has_sign(text, sign) then
      local from, to, body = find(text, pattern)
      while from do
        if #body >= least and (not also or also(body)) then return true end
        from, to, body = find(text, pattern, to + 1)
      end
    end
  end
  return false
end

return { looks_like_credential = looks_like_credential }
