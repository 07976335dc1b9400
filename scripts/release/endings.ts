/**
 * Refuses a release of which a builtin row, or a model of a builtin profile, ends
 * within 30 days.
 *
 * ```sh
 * deno run --allow-read scripts/release/endings.ts [YYYY-MM-DD]
 * ```
 *
 * @module
 */
import { resolveProfile } from "../../lib/api/resolve_profile.ts";
import { builtinCatalog } from "../../lib/catalog/builtin_catalog.ts";
import type { Catalog } from "../../lib/catalog/catalog.ts";
import { modelEnding } from "../../lib/catalog/model_ending.ts";
import { BUILTIN_PROFILE_NAMES } from "../../lib/resources/builtin_resources.ts";
import { memorySystem } from "../../lib/system/memory_system.ts";

/** How long a release is to be of use at least. */
const LEAST_DAYS = 30;

/**
 * What ends too soon, one line each.
 *
 * @param today `YYYY-MM-DD`
 */
export async function endingsOfRelease(
  catalog: Catalog,
  today: string,
): Promise<string[]> {
  const rows = catalog.models.map(({ provider, id }) => ({
    what: "builtin row",
    ref: `${provider}/${id}`,
  }));
  const system = memorySystem({ directories: ["/ws"] });
  const profiles = await Promise.all(BUILTIN_PROFILE_NAMES.map(async (name) => {
    const { models } = await resolveProfile({
      selector: `builtin:${name}`,
      podName: "x",
      workspace: "/ws",
      system,
    });
    return Object.values(models).map((ref) => ({
      what: `builtin:${name}`,
      ref: String(ref),
    }));
  }));
  return [...rows, ...profiles.flat()].flatMap(({ what, ref }) => {
    const ending = modelEnding(catalog, ref, today);
    return ending !== undefined && ending.daysLeft < LEAST_DAYS
      ? [`${what}: ${ref} ends on ${ending.day}`]
      : [];
  });
}

if (import.meta.main) {
  const today = Deno.args[0] ?? new Date().toISOString().slice(0, 10);
  const lines = await endingsOfRelease(await builtinCatalog(), today);
  for (const line of lines) console.error(line);
  Deno.exit(lines.length > 0 ? 1 : 0);
}
