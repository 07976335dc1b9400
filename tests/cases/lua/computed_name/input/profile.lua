local role = "co" .. "der"
return require("roles." .. role)
