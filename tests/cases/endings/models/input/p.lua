local base = { ref = "acme/old" }
return {
  model = base,
  memory = { extract_model = "acme/older" },
}
