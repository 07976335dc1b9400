print("a", 1, nil)
print("two\nlines")
return { model = "codex-oauth/gpt-5.5", }
