-- insomnia.reasoning: what `worker.reasoning` takes.
local host = ...
local arguments = host.modules._arguments
local match, select = string.match, select

local LABEL = "an effort: minimal, low, medium, high, xhigh, or a provider's own label"

local reasoning = {}

function reasoning.effort(label)
  arguments.text("reasoning.effort", LABEL, label)
  if #label > 64 or not match(label, "^%w[%w._-]*$") then
    arguments.refuse("reasoning.effort", LABEL, label)
  end
  return label
end

function reasoning.budget(tokens)
  if tokens == -1 then
    arguments.refuse("reasoning.budget", "a whole number of tokens", tokens,
      "to let the model decide, use reasoning.dynamic()")
  end
  return arguments.tokens("reasoning.budget", tokens)
end

-- A share of the model's context window.
function reasoning.ratio(ratio)
  local share = {}
  host.put(share, "ratio", arguments.ratio("reasoning.ratio", nil, ratio))
  return share
end

-- As much as the model sees fit.
function reasoning.dynamic(...)
  arguments.nothing("reasoning.dynamic", select("#", ...), "the model decides")
  return -1
end

return host.readonly(reasoning)
