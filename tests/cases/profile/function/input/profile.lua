return {
  model = "codex-oauth/gpt-5.5",
  worker = { language = function() end },
}
