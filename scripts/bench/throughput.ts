/**
 * Resolves 1,000 distinct small profiles to manifests in this process and
 * prints one line of JSON: how long it took, and what it held.
 *
 * @module
 */
import { memorySystem, rememberingSystem, resolveProfile } from "../../mod.ts";
import { COUNT, manyProfiles } from "./many_profiles.ts";

const files = Object.fromEntries(
  Object.entries(manyProfiles()).map(([file, text]) => [`/ws/${file}`, text]),
);
const system = rememberingSystem(memorySystem({ files, env: {}, cwd: "/ws" }));

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
  milliseconds: elapsed,
  residentBytes: Deno.memoryUsage().rss,
}));
