/** How many profiles are resolved at once. */
export const COUNT = 1000;

/** Small profiles, each another one, with two modules that they share; by file. */
export function manyProfiles(): Record<string, string> {
  const files: Record<string, string> = {
    "shared/models.lua":
      `local models = require("insomnia.models")\nreturn { main = models.catalog("anthropic/claude-sonnet-4-6", { quality = "high" }) }\n`,
    "shared/limits.lua": `return { turns = 200, tokens = 96000 }\n`,
  };
  for (let index = 0; index < COUNT; index++) {
    files[`role-${index}.lua`] = `
local profile = require("insomnia.profile")
local compact = require("insomnia.compact")
local models = require("shared.models")
local limits = require("shared.limits")
return profile {
  slug = "role-${index}",
  model = models.main,
  worker = { max_turns = limits.turns + ${index}, max_tokens = limits.tokens },
  compaction = compact.preset("long_coding"),
}
`;
  }
  return files;
}
