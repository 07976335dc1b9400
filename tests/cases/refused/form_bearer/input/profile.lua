return {
  model = "codex-oauth/gpt-5.5",
  worker = { language = "Bearer " .. "abcdef0123456789" },
}
