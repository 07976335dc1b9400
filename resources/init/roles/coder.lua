-- Writes code. Unlike the other two, this role imports no builtin profile.
local compact = require("insomnia.compact")
local scope = require("insomnia.scope")
local models = require("shared.models")

return profile {
  slug = "coder",
  description = "Writes, changes and tests code in this workspace",
  model = models.main,
  scope = scope.workspace_write(),
  compaction = compact.preset("long_coding", { model = models.quick }),
}
