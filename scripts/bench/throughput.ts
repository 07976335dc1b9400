/**
 * Resolves 1,000 distinct small profiles to manifests in this process and
 * prints one line of JSON: how long it took, and what it held.
 *
 * @module
 */
import { memorySystem, resolveProfile } from "../../mod.ts";

const COUNT = 1000;

const files: Record<string, string> = {
  "/ws/shared/models.lua":
    `local models = require("insomnia.models")\nreturn { main = models.catalog("anthropic/claude-sonnet-4-6", { quality = "high" }) }\n`,
  "/ws/shared/limits.lua": `return { turns = 200, tokens = 8192 }\n`,
};
for (let index = 0; index < COUNT; index++) {
  files[`/ws/role-${index}.lua`] = `
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
const system = memorySystem({ files, env: {}, cwd: "/ws" });

const start = performance.now();
const digests = new Set<string>();
for (let index = 0; index < COUNT; index++) {
  const { digest } = await resolveProfile({
    selector: `./role-${index}.lua`,
    podName: "bench",
    workspace: "/ws",
    system,
  });
  digests.add(digest);
}
const elapsed = performance.now() - start;
if (digests.size !== COUNT) throw new Error("the profiles are not distinct");
console.log(JSON.stringify({
  count: COUNT,
  milliseconds: elapsed,
  residentBytes: Deno.memoryUsage().rss,
}));
