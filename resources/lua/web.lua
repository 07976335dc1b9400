-- insomnia.web: what `web` takes.
local host = ...
local arguments, fields = host.modules._arguments, host.modules._fields
local ipairs, select = ipairs, select

-- Fields of `web` itself; the others that `web.brave` takes are those of `web.search`.
local OWN = { "allow_private_addresses", "fetch" }
local BRAVE = fields.join(fields.web_search, OWN)
local KEYS = "`api_key_env` is the name of a variable, `api_key_secret` the name of a secret"
local VALUE = { "secret-value", "a profile never holds the value of a secret: " .. KEYS }
local REFUSED = {
  api_key = VALUE,
  key = VALUE,
  token = VALUE,
  enabled = { "unknown-field", "web.brave enables what it sets up" },
  provider = { "unknown-field", "web.brave is the provider" },
  search = { "unknown-field", "write the fields of `web.search` here" },
}

local function new(key, value)
  local section = {}
  host.put(section, key, value)
  return section
end

local web = {}

-- Search with Brave, and fetching of pages.
function web.brave(given)
  local section = arguments.fields("web.brave", given, BRAVE, REFUSED)
  local env, secret = section.api_key_env, section.api_key_secret
  if env ~= nil and secret ~= nil then
    arguments.conflict("web.brave", "api_key_env", "api_key_secret")
  elseif env ~= nil then
    arguments.text("web.brave", "the name of a variable as `api_key_env`", env)
  elseif secret ~= nil then
    arguments.text("web.brave", "the name of a secret as `api_key_secret`", secret)
  else
    host.fail("`web.brave` takes `api_key_env` or `api_key_secret`: got neither", "missing-field", KEYS)
  end

  local search = new("enabled", true)
  host.put(search, "provider", "brave")
  for _, name in ipairs(fields.web_search) do
    if section[name] ~= nil then host.put(search, name, section[name], section, name) end
  end

  local fetch = new("enabled", true)
  if section.fetch ~= nil then
    local written = arguments.fields("web.brave: fetch", section.fetch, fields.web_fetch)
    for _, name in ipairs(fields.web_fetch) do
      if written[name] ~= nil then host.put(fetch, name, written[name], written, name) end
    end
  end

  local result = new("enabled", true)
  if section.allow_private_addresses ~= nil then
    host.put(result, "allow_private_addresses", section.allow_private_addresses, section, "allow_private_addresses")
  end
  host.put(result, "search", search)
  host.put(result, "fetch", fetch)
  return result
end

-- Fetching of pages, no search.
function web.fetch_only(...)
  arguments.nothing("web.fetch_only", select("#", ...),
    "to set limits, write `web = { enabled = true, fetch = { ... } }`")
  local result = new("enabled", true)
  host.put(result, "search", new("enabled", false))
  host.put(result, "fetch", new("enabled", true))
  return result
end

return host.readonly(web)
