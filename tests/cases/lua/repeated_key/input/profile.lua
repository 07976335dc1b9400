local f = function(a) if a == 1 then return { x = 1 } end end
return {
  model = "codex-oauth/gpt-5.5",
  worker = { max_turns = 1 },
  role = "x",
  ["worker"] = { max_turns = 2 },
}
