local t = {}
local p = t
for _ = 1, 70 do p.a = {} p = p.a end
return t
