return {
  model = "codex-oauth/gpt-5.5",
  worker = { language = "see https://me:" .. "hunter22@host.example" },
}
