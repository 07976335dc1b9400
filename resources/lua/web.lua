-- insomnia.web: what `web` takes.
local host = ...
local arguments, fields = host.modules._arguments, host.modules._fields
local ipairs, select = ipairs, select

-- Fields of `web` itself; the others that `web.brave` takes are those of `web.search`.
local OWN = { "allow_private_addresses", "fetch" }
local BRAVE = fields.join(fields.web_search, OWN)
local VALUE = "a profile holds no secrets; use `api_key_env` (the name of a variable) or `api_key_secret` (the name of a secret)"
local REFUSED = {
  api_key = VALUE,
  key = VALUE,
  token = VALUE,
  enabled = "web.brave enables what it sets up",
  provider = "web.brave is the provider",
  search = "write the fields of `web.search` here",
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
    host.fail("`web.brave` takes `api_key_env` or `api_key_secret`, not both")
  elseif env ~= nil then
    arguments.text("web.brave", "the name of a variable as `api_key_env`", env)
  elseif secret ~= nil then
    arguments.text("web.brave", "the name of a secret as `api_key_secret`", secret)
  else
    host.fail("`web.brave` takes `api_key_env` (the name of a variable) or `api_key_secret` (the name of a secret): got neither")
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
  arguments.nothing("web.fetch_only", select("#", ...), "to set limits, write `web = { enabled = true, fetch = { ... } }`")
  local result = new("enabled", true)
  host.put(result, "search", new("enabled", false))
  host.put(result, "fetch", new("enabled", true))
  return result
end

return host.readonly(web)
