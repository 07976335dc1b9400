return { turns = 20 }
