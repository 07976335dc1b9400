local base = require("shared.base")
local p = base()
p.slug = "x y"
return p
