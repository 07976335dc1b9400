return {
  model = "codex-oauth/gpt-5.5",
  digest = "sha256:0",
}
