-- What a profile says and no manifest holds.
return {
  slug = "semantic",
  description = "Says everything in other words",
  role = "coder",
  model = { ref = "anthropic/big", quality = "high", context_budget = 0.75 },
  scope = { intent = "workspace_read" },
  compaction = {
    preset = "balanced",
    retention = "short",
    threshold = { ratio = 0.5 },
    model = { ref = "anthropic/small", context_budget = "small" },
  },
  memory = {
    preset = "light",
    extract_threshold_ratio = 0.125,
    extract_model = { ref = "anthropic/small" },
    consolidation_model = { ref = "anthropic/small" },
  },
}
