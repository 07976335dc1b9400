-- insomnia.memory: what `memory` takes.
local host = ...
local arguments, fields = host.modules._arguments, host.modules._fields

local REFUSED = fields.refused("memory", {
  preset = { "conflicting-fields", "the preset is the first argument" },
})

local memory = {}

-- A named preset; fields written beside it win over the preset's.
function memory.preset(name, more)
  arguments.one_of("memory.preset", "the name of a preset", name, fields.memory_presets)
  local section = arguments.optional_fields("memory.preset", more, fields.memory, REFUSED)
  if section.extract_threshold_ratio ~= nil then
    if section.extract_threshold ~= nil then
      arguments.conflict("memory.preset", "extract_threshold", "extract_threshold_ratio")
    end
    arguments.ratio("memory.preset", "extract_threshold_ratio", section.extract_threshold_ratio)
  end
  host.put(section, "preset", name)
  return section
end

return host.readonly(memory)
