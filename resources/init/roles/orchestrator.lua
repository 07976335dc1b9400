-- Splits work and reviews the results. It imports the builtin profile and
-- changes it by assignment.
local p = profile.import("builtin:orchestrator")
p.description = "Splits work into tasks, hands them out and reviews what comes back"
p.model = require("shared.models").main
return p
