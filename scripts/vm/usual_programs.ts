import type { LuaProgram } from "../../lib/lua/source.ts";
import { program } from "./sample_program.ts";

/** A profile of a project, with what it shares with others in modules. */
const CODER = `
local profile = require("insomnia.profile")
local compact = require("insomnia.compact")
local scope = require("insomnia.scope")
local models = require("shared.models")
local limits = require("shared.limits")

return profile {
  slug = "coder",
  description = "Writes code in this workspace",
  model = models.main,
  worker = { max_turns = limits.turns, max_tokens = limits.tokens },
  scope = scope.workspace_write(),
  session = { record_event_trace = true },
  compaction = compact.preset("long_coding", { retained_tokens = 12000 }),
}
`;

const MODELS = `
local models = require("insomnia.models")
local secrets = require("insomnia.secrets")

return {
  main = models.catalog("anthropic/claude-sonnet-4-6", {
    quality = "high",
    auth = secrets.ref("llm.anthropic.default"),
  }),
}
`;

const LIMITS = `
local limits = { turns = 200, tokens = 8192 }

function limits.small(name)
  local list = {}
  for index, part in ipairs({ "small", name }) do list[index] = part .. "-" .. index end
  return list
end

return limits
`;

/** Another profile, changed by assignment. */
const NIGHT = `
local profile = require("insomnia.profile")
local limits = require("shared.limits")

local night = profile.import("builtin:default")
night.slug = "night"
night.description = "Works " .. "at night"
night.worker = night.worker or {}
if not night.worker.max_turns then night.worker.max_turns = limits.turns end
for key, value in pairs({ max_tokens = limits.tokens }) do night.worker[key] = value end
night.tags = limits.small(night.slug)
return night
`;

/** What profiles do as a rule: this is made fast first. */
export const USUAL_PROGRAMS: readonly LuaProgram[] = [
  program("coder.lua", CODER, {
    "shared.models": MODELS,
    "shared.limits": LIMITS,
  }),
  program("night.lua", NIGHT, { "shared.limits": LIMITS }),
];
