import type { LuaProgram, LuaSource } from "../../lib/lua/source.ts";

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

const ENCODER = new TextEncoder();

function source(chunk: string, text: string): LuaSource {
  return { chunk, bytes: ENCODER.encode(text.trimStart()), file: `/${chunk}` };
}

/** What profiles do as a rule, for {@linkcode outline}. */
export const USUAL_PROGRAMS: readonly LuaProgram[] = [
  {
    entry: source("coder.lua", CODER),
    modules: new Map([
      ["shared.models", source("shared/models.lua", MODELS)],
      ["shared.limits", source("shared/limits.lua", LIMITS)],
    ]),
    imports: new Map(),
  },
  {
    entry: source("night.lua", NIGHT),
    modules: new Map([
      ["shared.limits", source("shared/limits.lua", LIMITS)],
    ]),
    imports: new Map([["builtin:default", {
      name: "builtin:default",
      data: {
        slug: "default",
        description: "A usual agent",
        model: { ref: "anthropic/claude-sonnet-4-6", quality: "high" },
        worker: { max_turns: 100 },
        scope: { intent: "workspace_write" },
        compaction: { preset: "balanced", threshold: { ratio: 0.5 } },
        feature: { task: { enabled: true } },
      },
      bytes: new Uint8Array(),
    }]]),
  },
];
