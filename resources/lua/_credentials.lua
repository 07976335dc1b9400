-- Whether a string has the form of a known credential. A name is asked for in
-- many places; a person in a hurry pastes the key itself. The full check of a
-- whole profile is done outside; this one answers at the line of the call.
local find, ipairs = string.find, ipairs

-- Lua pattern, and the least length of the part that it captures.
local FORMS = {
  { "%f[%w]sk%-ant%-([%w_%-]+)", 16 }, -- Anthropic
  { "%f[%w]sk%-([%w_%-]+)", 20 }, -- OpenAI and those that imitate it
  { "%f[%w]gh[pousr]_(%w+)", 30 }, -- GitHub
  { "%f[%w]github_pat_([%w_]+)", 22 },
  { "%f[%w]gl%a+%-([%w_%-]+)", 20 }, -- GitLab
  { "%f[%w]A[KS]IA([A-Z2-7]+)", 16 }, -- AWS
  { "%f[%w]AIza([%w_%-]+)", 35 }, -- Google
  { "%f[%w]xox[abeoprs]%-([%w%-]+)", 10 }, -- Slack
  { "%f[%w]xapp%-([%w%-]+)", 10 },
  { "%f[%w][sr]k_live_(%w+)", 16 }, -- Stripe
  { "%f[%w][sr]k_test_(%w+)", 16 },
  { "%f[%w]whsec_(%w+)", 24 },
  { "%f[%w]BSA([%w_%-]+)", 24 }, -- Brave
  { "%f[%w]eyJ([%w_%-]+)%.eyJ[%w_%-]+", 8 }, -- JWT
  { "^[Bb]earer%s+(%S+)", 8 },
  { "PRIVATE KEY(%-%-%-%-%-)", 5 },
  { "://[^%s/@:]*:([^%s/@]+)@", 1 },
}

local function looks_like_credential(text)
  for _, form in ipairs(FORMS) do
    local start = 1
    while start do
      local from, to, body = find(text, form[1], start)
      if from and #body >= form[2] then return true end
      start = from and to + 1
    end
  end
  return false
end

return { looks_like_credential = looks_like_credential }
