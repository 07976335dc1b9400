local worker = { max_turns = -1 }
return function()
  return {
    model = "codex-oauth/gpt-5.5",
    worker = worker,
    nonsense = true,
  }
end
