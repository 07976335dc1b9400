print("x")
return { model = "anthropic/unheard-of" }
