-- insomnia.secrets: pointers to secrets. Their values are never read here, and
-- no message repeats an argument, which might be the value after all.
local host = ...
local looks_like_credential = host.modules._credentials.looks_like_credential
local type = type
local match, format = string.match, host.format

local function check(caller, what, rule, name, is_name)
  if type(name) ~= "string" then
    host.fail(format("`%s` takes %s: got %s", caller, what, name == nil and "nothing" or "a " .. type(name)),
      "invalid-type")
  elseif looks_like_credential(name) then
    host.fail(format("`%s` takes %s: this string has the form of a credential", caller, what), "secret-value",
      "keep its value out of the profile: store it, and write its name here")
  elseif not is_name(name) then
    -- Not a name, so perhaps the value: with this code its line is not shown.
    host.fail(format("`%s` takes %s: this string is not one", caller, what), "secret-value", rule)
  end
  return name
end

local function section(kind, field, name)
  local auth = {}
  host.put(auth, "kind", kind)
  host.put(auth, field, name)
  return auth
end

local secrets = {}

-- A secret of the Pod's secret store.
function secrets.ref(name)
  check("secrets.ref", "the name of a secret",
    "such as `llm.anthropic.default`: letters, digits and . _ / -, at most 128",
    name, function(text) return #text <= 128 and match(text, "^%w[%w._/-]*$") end)
  return section("secret_ref", "ref", name)
end

-- An environment variable of the Pod.
function secrets.env(name)
  check("secrets.env", "the name of an environment variable",
    "such as `ANTHROPIC_API_KEY`: letters, digits and _",
    name, function(text) return match(text, "^[%a_][%w_]*$") end)
  return section("api_key", "env", name)
end

return host.readonly(secrets)
