-- A profile is a recipe for one role: which model, how hard it thinks, what it
-- may touch, when a long conversation is made shorter. It names no Pod, no path
-- of this machine and no key; those come when a Pod is created.
--
--   insomnia-profile project:coder --pod-name demo    the manifest it becomes
--   insomnia-profile check                            every problem at once
local compact = require("insomnia.compact")
local models = require("insomnia.models")
local scope = require("insomnia.scope")

return profile {
  slug = "coder",
  description = "Writes, changes and tests code in this workspace",

  -- `insomnia-profile models` lists the models. `quality` is "low", "balanced",
  -- "high" or "max". Where the model needs another credential than its
  -- provider's own, name it: auth = secrets.ref("llm.team").
  model = models.catalog("codex-oauth/gpt-5.5", { quality = "high" }),

  -- An intent. Which paths it means is decided when a Pod is created.
  scope = scope.workspace_write(),

  -- Shares of the model's window, so that another model keeps the meaning. Left
  -- out, a long conversation is never compacted.
  compaction = compact.preset("long_coding"),

  -- What is not written is off or has its default: docs/manifest.md.
}
