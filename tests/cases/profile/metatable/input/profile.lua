return {
  model = "codex-oauth/gpt-5.5",
  worker = setmetatable({}, { __index = { max_turns = 2 } }),
}
