return { description = string.rep("x", 2000000) }
