/**
 * Writes `resources/generated/manifests.json`: the manifest of each builtin
 * profile, made by the pipeline for a stand-in launch, so that the most usual
 * start has only the launch to fill in.
 *
 * `deno run -A scripts/build_prebuilt.ts` writes the file; with `--check` it
 * only exits 1 when the file is not what would be written. It builds on what
 * `build_builtins.ts` writes.
 *
 * @module
 */
import { resolveProfile } from "../lib/resolve_profile.ts";
import { BUILTIN_PROFILE_NAMES } from "../lib/resources.ts";
import { memorySystem } from "../lib/system/memory_system.ts";

/** Where the result is kept. */
export const PREBUILT_FILE = new URL(
  "../resources/generated/manifests.json",
  import.meta.url,
);

/** What stands where a launch will say something else. */
const STAND_IN = { podName: "pod", workspace: "/workspace" } as const;

/** The text of the generated file. */
export async function buildPrebuilt(): Promise<string> {
  const system = memorySystem({ directories: [STAND_IN.workspace] });
  const manifests: Record<string, unknown> = {};
  for (const name of BUILTIN_PROFILE_NAMES) {
    const selector = { kind: "registry", source: "builtin", name } as const;
    const { manifest, warnings } = await resolveProfile({
      ...STAND_IN,
      selector,
      system,
    });
    if (warnings.length > 0) {
      throw new Error(`builtin:${name} has warnings: ${warnings[0]!.message}`);
    }
    const { digest: _, ...provenance } = manifest.profile!;
    manifests[name] = { ...manifest, profile: provenance };
  }
  return `${JSON.stringify(manifests, null, 1)}\n`;
}

if (import.meta.main) {
  const text = await buildPrebuilt();
  if (!Deno.args.includes("--check")) {
    await Deno.writeTextFile(PREBUILT_FILE, text);
  } else if (await Deno.readTextFile(PREBUILT_FILE) !== text) {
    console.error(
      "manifests.json is not what scripts/build_prebuilt.ts writes",
    );
    Deno.exit(1);
  }
}
