return {
  model = "codex-oauth/gpt-5.5",
  web = { search = { password = "tiger-lily-9" } },
}
