return {
  zeta = 1,
  slug = "has space",
  model = "nope/gpt-5",
  compaction = {
    threshold = 5000,
    request_threshold = 4000,
    retained_tokens = "many",
  },
  scope = "write",
}
