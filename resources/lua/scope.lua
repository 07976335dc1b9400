-- insomnia.scope: what a profile may say about files.
local host = ...
local arguments = host.modules._arguments
local select = select

local WHY = "a profile states an intent, and the launch grants the paths (--workspace, --delegate)"

local scope = {}

function scope.workspace_read(...)
  arguments.nothing("scope.workspace_read", select("#", ...), WHY)
  local intent = {}
  host.put(intent, "intent", "workspace_read")
  return intent
end

function scope.workspace_write(...)
  arguments.nothing("scope.workspace_write", select("#", ...), WHY)
  local intent = {}
  host.put(intent, "intent", "workspace_write")
  return intent
end

return host.readonly(scope)
