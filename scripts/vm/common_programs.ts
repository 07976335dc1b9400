import type { LuaProgram } from "../../lib/lua/source.ts";
import { program } from "./sample_program.ts";

/** Functions of its own, and what is common of Lua's libraries. */
const HELPERS = `
local insomnia = require("insomnia")
local base = require("insomnia.profile").import("builtin:default")

local function copy(value)
  if type(value) ~= "table" then return value end
  local made = {}
  for key, item in pairs(value) do made[key] = copy(item) end
  return made
end

local function merge(into, ...)
  for _, more in ipairs({ ... }) do
    for key, item in next, more do into[key] = item end
  end
  return into
end

local names = { "LIST", "read" }
table.insert(names, "write")
local text = table.concat(names, ", ")
local window = insomnia.models.context_window("anthropic/claude-sonnet-4-6")
for index = #names, 1, -1 do names[index] = names[index]:lower() end

local p = merge(copy(base), { slug = "helpers" })
p.description = ("%s has %d"):format(text, #names)
p.tags = names
p.worker = {
  instruction = "$insomnia/default",
  reasoning = insomnia.reasoning.effort("medium"),
  max_turns = #names > 2 and 40 or 20,
  temperature = 0.2,
  max_tokens = window // 100,
}
p.permissions = insomnia.tools.rules("ask", {
  { "Read", "*", "allow" },
  { "Bash", "git status*", "allow" },
})
p.web = insomnia.web.brave { api_key_env = "BRAVE_SEARCH_API_KEY" }
p.memory = insomnia.memory.preset("long_context")
p.compaction = insomnia.compact.ratio { threshold = 0.4, request = 0.5, worker = 0.2, retained_tokens = 4000 }
p.compaction.note = nil
return p
`;

/** Metatables, and what the host modules have besides. */
const THRIFTY = `
local insomnia = require("insomnia")
local known = {}
for _, ref in ipairs(insomnia.models.refs()) do known[ref] = insomnia.models.info(ref).context_window end
local choose = setmetatable({}, { __index = function(_, key) return key .. "!" end, __call = function(_, a) return a end })
local text = { "a", "b" }
text[#text + 1] = choose("c") .. #choose.d
return {
  slug = "thrifty",
  model = "anthropic/claude-haiku-4-5",
  scope = insomnia.scope.workspace_read(),
  permissions = insomnia.tools.policy("read_only"),
  web = insomnia.web.fetch_only(),
  worker = { reasoning = insomnia.reasoning.budget(2048), max_tokens = 1 << 11, instruction = table.concat(text) },
  compaction = insomnia.compact.tokens { threshold = 60000, retained_tokens = 4000 },
  secrets = nil,
  auth = insomnia.secrets.env("OPENAI_API_KEY") and nil,
}
`;

/**
 * What profiles do now and then, beside what is usual: it stays in the part of
 * the machine that every start has.
 */
export const COMMON_PROGRAMS: readonly LuaProgram[] = [
  program("helpers.lua", HELPERS),
  program("thrifty.lua", THRIFTY),
];
