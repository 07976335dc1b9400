print("n")
return { b = { 3, 2 }, a = { }, c = "\u{e9}", d = 1e15, e = 0.1 }
