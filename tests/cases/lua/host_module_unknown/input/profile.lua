require("insomnia.modls")
return {}
