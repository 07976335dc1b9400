-- What a profile says and no manifest holds.
return {
  slug = "semantic",
  description = "Says everything in other words",
  role = "coder",
  model = { ref = "anthropic/big", quality = "high" },
  scope = { intent = "workspace_read" },
  compaction = {
    preset = "balanced",
    threshold = { ratio = 0.5 },
    model = { ref = "anthropic/small" },
  },
  memory = {
    preset = "light",
    extract_threshold_ratio = 0.125,
    extract_model = { ref = "anthropic/small" },
    consolidation_model = { ref = "anthropic/small" },
  },
}
