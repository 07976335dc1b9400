require("../x")
return {}
