-- Whether a string has the form of a known credential. A name is asked for in
-- many places; a person in a hurry pastes the key itself. The forms are those
-- of the check of a whole profile, as far as a name can have them; this one
-- answers at the line of the call.
local find, gmatch, match, ipairs = string.find, string.gmatch, string.match, ipairs

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

-- Lua pattern with the random part captured, its least length, what else it is.
local FORMS = {
  { START .. "sk%-ant%-([%w_-]+)", 16 },
  { START .. "sk%-proj%-([%w_-]+)", 16 },
  { START .. "sk%-svcacct%-([%w_-]+)", 16 },
  { START .. "sk%-admin%-([%w_-]+)", 16 },
  { START .. "sk%-None%-([%w_-]+)", 16 },
  { START .. "sk%-([%w_-]+)", 16, has_long_run },
  { START .. "gh[opsur]_(%w+)", 20 },
  { START .. "github_pat_([%w_]+)", 20 },
  { START .. "gl%l%l%l?%l?%l?%-([%w_-]+)", 20 },
  { START .. "A[KSBC][IC]A([%w_]+)", 16, is_access_key },
  { START .. "AIza([%w_-]+)", 35 },
  { START .. "ya29%.([%w_-]+)", 20 },
  { START .. "GOCSPX%-([%w_-]+)", 20 },
  { START .. "xox%l%-([%w-]+)", 10 },
  { START .. "xapp%-([%w-]+)", 10 },
  { START .. "[rs]k_live_(%w+)", 10 },
  { START .. "[rs]k_test_(%w+)", 10 },
  { START .. "whsec_([%w+/=]+)", 20 },
  { START .. "BSA([%w_-]+)", 20, is_mixed },
  { START .. "eyJ([%w_-]+)%.[%w_-][%w_-][%w_-][%w_-][%w_-][%w_-][%w_-][%w_-]", 8 },
  { "%f[%w][Bb][Ee][Aa][Rr][Ee][Rr][ \t]+([%w._~+/=-]+)", 6, is_no_word },
  { "%-%-%-%-%-BEGIN [%u%d ]*(PRIVATE KEY)", 11 },
  { "%a[%w+.-]*://[^%s/?#@:]*:([^%s/?#@]+)@", 1 },
}

local function looks_like_credential(text)
  for _, form in ipairs(FORMS) do
    local pattern, least, also = form[1], form[2], form[3]
    local from, to, body = find(text, pattern)
    while from do
      if #body >= least and (not also or also(body)) then return true end
      from, to, body = find(text, pattern, to + 1)
    end
  end
  return false
end

return { looks_like_credential = looks_like_credential }
