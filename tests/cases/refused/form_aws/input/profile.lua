return {
  model = "codex-oauth/gpt-5.5",
  worker = { stop_sequences = { "AKIA" .. "IOSFODNN7EXAMPLE" } },
}
