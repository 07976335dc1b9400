error("no way")
