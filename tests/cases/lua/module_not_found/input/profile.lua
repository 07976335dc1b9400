require("nothing.here")
return {}
