return {
  model = "codex-oauth/gpt-5.5",
  memory = { extract_worker_max_input_tokens = 3 },
}
