return {
  model = "codex-oauth/gpt-5.5",
  socket_path = "x",
}
