import { isObject } from "../base/json.ts";
import { sameData } from "../base/same_data.ts";
import type { PodManifest } from "../schema/pod_manifest.ts";
import type { System } from "../system/system.ts";
import { unlessRefused } from "../system/unless_refused.ts";
import { knownFields } from "./known_fields.ts";
import { runtimeMeaning } from "./runtime_meaning.ts";

/**
 * Whether the runtime's snapshot of a Pod says what ours says. It rewrites it
 * in its own spelling: unset fields as `null`, numbers rounded to 32 bits, keys
 * in another order, paths folded, no provenance.
 *
 * @param follow asked for the real path of a scope's folder where the texts
 * differ: the runtime stores that; left out: only the text counts
 */
export async function saysTheSame(
  ours: PodManifest,
  theirs: Readonly<Record<string, unknown>>,
  follow?: System,
): Promise<boolean> {
  const [a, b] = [runtimeMeaning(ours), runtimeMeaning(theirs)];
  if (sameData(a, b)) return true;
  // A later runtime may write fields that this version does not know.
  const known = knownFields(b);
  if (sameData(a, known)) return true;
  return follow !== undefined &&
    sameData(
      await withRealTargets(a, follow),
      await withRealTargets(known, follow),
    );
}

/** The same with the real paths of the folders in its scope. */
async function withRealTargets(
  manifest: PodManifest,
  system: System,
): Promise<PodManifest> {
  const { scope } = manifest;
  if (!isObject(scope)) return manifest;
  const real = async (rules: PodManifest["scope"]["allow"]) =>
    await Promise.all(rules.map(async (rule) => ({
      ...rule,
      // If it is gone or cannot be read, the text is compared.
      target: await unlessRefused(
        () => system.realPath(rule.target),
        rule.target,
      ),
    })));
  return {
    ...manifest,
    scope: { allow: await real(scope.allow), deny: await real(scope.deny) },
  };
}
