-- insomnia.compact: what `compaction` takes.
local host = ...
local arguments, fields = host.modules._arguments, host.modules._fields
local ipairs, concat = ipairs, table.concat

local ACCEPTED = fields.join(fields.compaction, fields.compaction_older)
local RATIOS = fields.join(ACCEPTED, { "request", "worker" })
local SHORT_NAMES = { request = "request_threshold", worker = "worker_context_max_tokens" }
local REFUSED = fields.refused("compaction", {
  preset = { "unknown-field", "a preset is written compact.preset(name, fields)" },
})

local compact = {}

-- A named preset; fields written beside it win over the preset's.
function compact.preset(name, more)
  arguments.one_of("compact.preset", "the name of a preset", name, fields.compaction_presets)
  local section = arguments.optional_fields("compact.preset", more, ACCEPTED, REFUSED)
  host.put(section, "preset", name)
  return section
end

-- Shares of the context window. Other compaction fields are tokens.
function compact.ratio(given)
  local section = arguments.fields("compact.ratio", given, RATIOS, REFUSED)
  for _, short in ipairs({ "request", "worker" }) do
    local name = SHORT_NAMES[short]
    if section[short] ~= nil then
      if section[name] ~= nil then
        arguments.conflict("compact.ratio", short, name)
      end
      host.put(section, name, section[short], given, short)
      section[short] = nil
    end
  end
  local any = false
  for _, name in ipairs(fields.compaction_window) do
    if section[name] ~= nil then
      any = true
      local share = {}
      host.put(share, "ratio", arguments.ratio("compact.ratio", name, section[name]), section, name)
      host.put(section, name, share, section, name)
    end
  end
  if not any then
    host.fail("`compact.ratio` takes at least one share: got none", "missing-field",
      "one of: " .. concat(fields.compaction_window, ", "))
  end
  return section
end

-- Numbers of tokens, as they will stand in the manifest.
function compact.tokens(given)
  return arguments.fields("compact.tokens", given, ACCEPTED, REFUSED)
end

return host.readonly(compact)
