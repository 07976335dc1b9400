local compact = require("insomnia.compact")
-- Handled here: no mistake of the profile.
local ok = pcall(compact.preset, "unheard_of")
return {
  model = "codex-oauth/gpt-5.5",
  role = ok and "a" or "b",
  compaction = compact.preset("frugl"),
  worker = { max_tokens = "4096" },
}
