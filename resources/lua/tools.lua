-- insomnia.tools: what `permissions` takes.
local host = ...
local arguments, fields = host.modules._arguments, host.modules._fields
local ipairs, next, type, getmetatable = ipairs, next, type, getmetatable
local format = host.format

local PARTS = { "tool", "pattern", "action" }
local RULE <const> = "{ tool, pattern, action }"
local POLICY_NAMES = { "read_only", "cautious", "autonomous" }

-- What each policy does by default, and the tools it allows whatever they are asked.
local POLICIES = {
  read_only = { default_action = "deny", allowed = { "Read", "Glob", "Grep", "WebSearch", "WebFetch" } },
  cautious = { default_action = "ask", allowed = { "Read", "Glob", "Grep" } },
  autonomous = { default_action = "allow", allowed = {} },
}

local tools = {}

-- A permissions section of its own, to append rules to.
function tools.policy(name)
  arguments.one_of("tools.policy", "the name of a policy", name, POLICY_NAMES)
  local policy, rules = POLICIES[name], {}
  for index, tool in ipairs(policy.allowed) do
    local rule = {}
    host.put(rule, "tool", tool)
    host.put(rule, "pattern", "*")
    host.put(rule, "action", "allow")
    host.put(rules, index, rule)
  end
  local section = {}
  host.put(section, "default_action", policy.default_action)
  host.put(section, "rule", rules)
  return section
end

-- One rule, written as { "Bash", "git *", "allow" } or with the names of its parts.
local function rule_of(caller, given)
  if type(given) ~= "table" or getmetatable(given) ~= nil then
    arguments.refuse(caller, RULE, given, nil, "invalid-type")
  end
  local copy = host.copy(given)
  local rule = {}
  for position, part in ipairs(PARTS) do
    local key = copy[position] ~= nil and position or part
    local value = arguments.text(caller, format("the %s as text, in %s", part, RULE), copy[key])
    if part == "action" then arguments.one_of(caller, "an action", value, fields.actions) end
    if value == "" then host.fail(format("`%s` takes %s: the %s is empty", caller, RULE, part), "invalid-value") end
    host.put(rule, part, value, copy, key)
    copy[key] = nil
  end
  local extra = next(copy)
  if extra ~= nil then
    host.fail(format("`%s` takes %s: there is no place for %s", caller, RULE, arguments.show(extra)), "unknown-field")
  end
  return rule
end

function tools.rules(default_action, given)
  arguments.one_of("tools.rules", "a default action", default_action, fields.actions)
  if given ~= nil and (type(given) ~= "table" or getmetatable(given) ~= nil) then
    arguments.refuse("tools.rules", "a list of rules " .. RULE, given, nil, "invalid-type")
  end
  local rules, count = {}, 0
  for index, rule in ipairs(given or {}) do
    host.put(rules, index, rule_of(format("tools.rules: rule %d", index), rule))
    count = index
  end
  for key in next, given or {} do
    if type(key) ~= "number" or key < 1 or key > count then
      host.fail(format("`tools.rules` takes a list of rules %s: got the key %s", RULE, arguments.show(key)),
        "invalid-type")
    end
  end
  local section = {}
  host.put(section, "default_action", default_action)
  host.put(section, "rule", rules)
  return section
end

return host.readonly(tools)
