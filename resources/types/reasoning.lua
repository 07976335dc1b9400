---@meta insomnia.reasoning

---What `worker.reasoning` takes.
---@class (exact) insomnia.ReasoningModule
local reasoning = {}

---An effort label: `minimal`, `low`, `medium`, `high`, `xhigh`, or a provider's own.
---@param label string
---@return string
function reasoning.effort(label) end

---A budget in tokens.
---@param tokens integer
---@return integer
function reasoning.budget(tokens) end

---A share of the model's context window, between 0 and 1.
---@param ratio number
---@return insomnia.WindowRatio
function reasoning.ratio(ratio) end

---As much as the model sees fit.
---@return integer
function reasoning.dynamic() end

return reasoning
