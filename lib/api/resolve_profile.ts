import type { Diagnostic } from "../base/diagnostic.ts";
import type { Origin } from "../manifest/origin.ts";
import { originsOf } from "../manifest/origins.ts";
import type { PodManifest } from "../schema/pod_manifest.ts";
import { finishProfile, prepareProfile } from "./pipeline.ts";
import type { FinishedProfile } from "./prepared_profile.ts";
import type { ResolveOptions } from "./resolve_options.ts";
import type { ProfileMetadata, ProfileSource } from "../schema/provenance.ts";

/** A manifest, where it came from, and what there is to say about it. */
export interface ResolvedProfile {
  /** Complete, validated, in the order of the manifest's documentation. */
  readonly manifest: PodManifest;
  /** `sha256:` and the digest of the manifest without its `profile` section. */
  readonly digest: string;
  /** Which profile was taken, and from where. */
  readonly source: ProfileSource;
  /** What the profile says about itself. */
  readonly profile: ProfileMetadata;
  /** Warnings; and as notes, what the profile printed. */
  readonly warnings: readonly Diagnostic[];
  /**
   * Where each value came from, by field path (`compaction.threshold`,
   * `scope.allow[0].target`). Made when it is first asked for.
   */
  readonly origins: Readonly<Record<string, Origin>>;
}

/**
 * Resolves a profile to the manifest of one Pod.
 *
 * The same profile files, launch inputs and catalog give the same bytes on
 * every machine. With a `memorySystem` nothing on the machine is read and no
 * permission is needed. Safe to call many times at once.
 *
 * @throws {ProfileError} for what a person can put right: a profile with
 * problems (all of them at once), a selector that means nothing, a file that
 * cannot be read, a limit of the sandbox
 *
 * @example A profile that exists in memory alone
 * ```ts
 * import { resolveProfile } from "./resolve_profile.ts";
 * import { memorySystem } from "../system/memory_system.ts";
 * import assert from "node:assert/strict";
 *
 * const { manifest, origins } = await resolveProfile({
 *   selector: "./coder.lua",
 *   podName: "demo",
 *   workspace: "/ws",
 *   system: memorySystem({
 *     files: { "/ws/coder.lua": `return { model = "codex-oauth/gpt-5.5" }` },
 *   }),
 * });
 * assert.equal(manifest.model.context_window, 400000);
 * assert.deepEqual(origins["pod.name"], { kind: "launch", input: "podName" });
 * ```
 */
export async function resolveProfile(
  options: ResolveOptions,
): Promise<ResolvedProfile> {
  return withOrigins(await finishProfile(await prepareProfile(options)));
}

function withOrigins(finished: FinishedProfile): ResolvedProfile {
  const { manifest, digest, source, profile, warnings, inputs } = finished;
  let origins: Readonly<Record<string, Origin>> | undefined;
  return {
    manifest,
    digest,
    source,
    profile,
    warnings,
    get origins() {
      return origins ??= Object.fromEntries(originsOf(manifest, {
        document: { kind: "profile", profile: inputs.profile, raw: inputs.raw },
        launch: inputs.prepared.launch,
        catalog: inputs.prepared.catalog,
      }));
    },
  };
}
