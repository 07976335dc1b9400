return {
  model = "codex-oauth/gpt-5.5",
  memory = { extract_threshold = 5, extract_threshold_ratio = 0.5 },
}
