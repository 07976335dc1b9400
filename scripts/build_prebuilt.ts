/**
 * Writes `resources/generated/manifests/`: the manifest of each builtin
 * profile, made by the pipeline for a launch of stand-ins, so that the most
 * usual start has only the launch to fill in.
 *
 * A file's first line is the canonical JSON that the digest is of; the rest is
 * the manifest as it is printed.
 *
 * `deno run -A scripts/build_prebuilt.ts` writes the files; with `--check` it
 * only exits 1 when one is not what would be written. It builds on what
 * `build_builtins.ts` writes.
 *
 * @module
 */
import { canonicalJson } from "../lib/base/canonical_json.ts";
import type { PodManifest } from "../lib/schema/pod_manifest.ts";
import { HOLES } from "../lib/api/resolve_prebuilt.ts";
import { printManifest } from "../lib/print/print_manifest.ts";
import { resolveProfile } from "../lib/api/resolve_profile.ts";
import { BUILTIN_PROFILE_NAMES } from "../lib/resources/builtin_resources.ts";
import { memorySystem } from "../lib/system/memory_system.ts";

const FOLDER = new URL("../resources/generated/manifests/", import.meta.url);

/** Where the manifest of a builtin profile is kept. */
export function prebuiltFile(name: string): URL {
  return new URL(`${name}.txt`, FOLDER);
}

/** The text of the generated file of a builtin profile. */
export async function buildPrebuilt(name: string): Promise<string> {
  const launch = { podName: "pod", workspace: "/workspace" };
  const { manifest, digest, warnings } = await resolveProfile({
    ...launch,
    selector: { kind: "registry", source: "builtin", name },
    system: memorySystem({ directories: [launch.workspace] }),
  });
  if (warnings.length > 0) {
    throw new Error(`builtin:${name} has warnings: ${warnings[0]!.message}`);
  }
  const holes = new Map([
    [launch.podName, HOLES.podName],
    [launch.workspace, HOLES.workspace],
    [digest, HOLES.digest],
  ]);
  const { profile, ...content }: PodManifest = JSON.parse(
    JSON.stringify(manifest),
    (_, value) => holes.get(value) ?? value,
  );
  const printed = printManifest(
    { ...content, ...profile && { profile } },
    "json",
  );
  return `${canonicalJson(content)}\n${printed}`;
}

if (import.meta.main) {
  for (const name of BUILTIN_PROFILE_NAMES) {
    const file = prebuiltFile(name);
    const text = await buildPrebuilt(name);
    if (!Deno.args.includes("--check")) {
      await Deno.writeTextFile(file, text);
    } else if (await Deno.readTextFile(file) !== text) {
      console.error(`${file} is not what scripts/build_prebuilt.ts writes`);
      Deno.exit(1);
    }
  }
}
