-- Splits work and reviews what comes back. It starts from the builtin role and
-- changes by plain assignment: nothing is merged behind your back.
local p = profile.import("builtin:orchestrator")
p.description = "Splits work into tasks, hands them out and reviews what comes back"
p.model = require("shared.models").main
return p
