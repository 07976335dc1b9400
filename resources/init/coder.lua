-- A profile is a recipe for one role: which model, how hard it thinks, what it
-- may access, when a long conversation is compacted. It names no Pod, no
-- absolute path and no key: those are given when a Pod is created.
--
--   insomnia-profile project:coder --pod-name demo    print its manifest
--   insomnia-profile check                            report every problem
local compact = require("insomnia.compact")
local models = require("insomnia.models")
local scope = require("insomnia.scope")

return profile {
  slug = "coder",
  description = "Writes, changes and tests code in this workspace",

  -- `insomnia-profile models` lists the models. `quality` is "low", "balanced",
  -- "high" or "max". To use another credential than the provider's default,
  -- name it beside `quality`: auth = insomnia.secrets.ref("llm.team")
  model = models.catalog("codex-oauth/gpt-5.5", { quality = "high" }),

  -- What it may do in the workspace. The paths are set when a Pod is created.
  scope = scope.workspace_write(),

  -- When to compact, as shares of the model's context window. Without this, a
  -- long conversation is never compacted.
  compaction = compact.preset("long_coding"),

  -- Everything else is off or has its default: docs/manifest.md
}
