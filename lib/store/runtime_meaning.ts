import { isAbsolute, normalizePath } from "../base/file_path.ts";
import { isObject } from "../base/json.ts";
import { comparableManifest } from "../manifest/compare/comparable_manifest.ts";
import { sameData } from "../manifest/compare/differences.ts";
import type { PodManifest } from "../schema/pod_manifest.ts";
import type { System } from "../system/system.ts";

/** The last names of fields that hold a path. */
const PATH_FIELDS: ReadonlySet<string> = new Set([
  "prompt_pack",
  "file",
  "target",
  "workspace_root",
  "directories",
]);

/** What the runtime keeps as numbers of 32 bits. */
const FLOATS: ReadonlySet<string> = new Set(["temperature", "top_p"]);

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
  // A later runtime writes fields that nobody here can speak about.
  const { knownFields } = await import("./known_fields.ts");
  const known = knownFields(b);
  if (sameData(a, known)) return true;
  return follow !== undefined &&
    sameData(
      await withRealTargets(a, follow),
      await withRealTargets(known, follow),
    );
}

/**
 * A manifest as its meaning is compared, ours or the runtime's.
 *
 * @param manifest not trusted: another program wrote it
 */
export function runtimeMeaning(
  manifest: PodManifest | Readonly<Record<string, unknown>>,
): PodManifest {
  return rounded(
    comparableManifest(manifest as PodManifest),
    "",
  ) as PodManifest;
}

/** The same with the real paths of the folders in its scope. */
export async function withRealTargets(
  manifest: PodManifest,
  system: System,
): Promise<PodManifest> {
  const { scope } = manifest;
  if (!isObject(scope)) return manifest;
  const real = async (rules: PodManifest["scope"]["allow"]) =>
    await Promise.all(rules.map(async (rule) => ({
      ...rule,
      target: await realPathIfThere(system, rule.target),
    })));
  return {
    ...manifest,
    scope: { allow: await real(scope.allow), deny: await real(scope.deny) },
  };
}

async function realPathIfThere(system: System, path: string): Promise<string> {
  try {
    return await system.realPath(path);
  } catch {
    // It is gone, or not for us: the text is all there is to compare.
    return path;
  }
}

function rounded(value: unknown, field: string): unknown {
  if (Array.isArray(value)) return value.map((item) => rounded(item, field));
  if (isObject(value)) {
    return Object.fromEntries(
      Object.entries(value).map(([key, item]) => [key, rounded(item, key)]),
    );
  }
  if (typeof value === "number" && FLOATS.has(field)) return Math.fround(value);
  return typeof value === "string" && PATH_FIELDS.has(field) &&
      isAbsolute(value)
    ? normalizePath(value)
    : value;
}
