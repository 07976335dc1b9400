-- insomnia.models: what the model catalog knows.
local host = ...
local arguments, fields = host.modules._arguments, host.modules._fields
local suggest = host.modules._suggest
local ipairs, next, type = ipairs, next, type
local match, format = string.match, host.format
local sort = table.sort

local REFERENCE = "a model reference `<provider>/<model id>`"

local function split(caller, ref)
  arguments.text(caller, REFERENCE, ref)
  local provider, model_id = match(ref, "^([^/%s]+)/(%S+)$")
  if not provider then
    host.fail(format("`%s` takes %s: got %s", caller, REFERENCE, arguments.show(ref, true)), "invalid-value")
  end
  return provider, model_id
end

local function provider_ids()
  local ids = {}
  for id in next, host.catalog.providers do ids[#ids + 1] = id end
  sort(ids)
  return ids
end

-- The facts of a model; those of its provider where the catalog does not list it.
local function facts(caller, ref)
  local provider_id, model_id = split(caller, ref)
  local model = host.catalog.models[ref]
  if model then return model end
  local provider = host.catalog.providers[provider_id]
  if not provider then
    local help, near = suggest.advice(provider_id, provider_ids())
    host.fail(format("`%s`: the catalog has no provider %s", caller, arguments.show(provider_id, true)),
      "provider-unknown", help, near and near .. "/" .. model_id)
  end
  return {
    ref = ref,
    provider = provider_id,
    model_id = model_id,
    scheme = provider.scheme,
    context_window = provider.context_window,
    effective_context_window = provider.context_window,
    capability = provider.capability,
  }
end

local function readonly(value)
  if type(value) ~= "table" then return value end
  local copy = {}
  for key, item in next, value do copy[key] = readonly(item) end
  return host.readonly(copy)
end

local models = {}

-- A model section. Whether the catalog knows the provider is said when the
-- profile is resolved, so that a model which no field uses does no harm.
function models.catalog(ref, more)
  split("models.catalog", ref)
  local section = arguments.optional_fields("models.catalog", more, fields.model, {
    ref = { "conflicting-fields", "the reference is the first argument" },
  })
  if section.quality ~= nil then
    arguments.one_of("models.catalog", "a quality", section.quality, fields.qualities)
  end
  host.put(section, "ref", ref)
  return section
end

-- Tokens a request may hold: the smaller of the window and what the backend accepts.
function models.context_window(ref)
  return facts("models.context_window", ref).effective_context_window
end

function models.info(ref)
  return readonly(facts("models.info", ref))
end

-- Every reference of the catalog, sorted by bytes.
function models.refs()
  local refs = {}
  for index, ref in ipairs(host.catalog.refs) do refs[index] = ref end
  sort(refs)
  return refs
end

return host.readonly(models)
