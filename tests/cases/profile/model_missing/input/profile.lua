return { slug = "x" }
