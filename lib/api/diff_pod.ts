import { failure } from "../base/profile_error.ts";
import type { PodManifest } from "../schema/pod_manifest.ts";
import { runtimeSnapshot } from "../store/pod_metadata.ts";
import { runtimeMeaning } from "../store/runtime_meaning.ts";
import { sourceDrift } from "../store/source_drift.ts";
import type { StoreLocation } from "../store/store_location.ts";
import { readStoredPod, type StoredPod } from "../store/stored_pod.ts";
import type { Origin } from "../manifest/origin.ts";
import type { Resolve } from "./create_stored_pod.ts";
import { podChanges, type PodDifference } from "./pod_difference.ts";
import type { PodOrigin } from "./pod_origin.ts";
import {
  type LaunchOverride,
  type RecordedLaunch,
  recordedLaunch,
} from "./recorded_launch.ts";
import type { ResolvedProfile } from "./resolved_profile.ts";

/** A Pod resolved anew, and what that changes. */
export interface FreshPod extends PodDifference {
  readonly pod: StoredPod;
  readonly origin: PodOrigin;
}

/** What would change if a Pod were created now. Nothing is written. */
export async function diffPod(
  location: StoreLocation,
  name: string,
  override: LaunchOverride,
  resolve: Resolve,
): Promise<PodDifference> {
  const { pod: _, origin: __, ...difference } = await resolvePodAnew(
    location,
    name,
    override,
    resolve,
  );
  return difference;
}

/** Resolves what a Pod was made from, and compares. */
export async function resolvePodAnew(
  location: StoreLocation,
  name: string,
  override: LaunchOverride,
  resolve: Resolve,
): Promise<FreshPod> {
  const { system } = location;
  const pod = await readStoredPod(location, name);
  const stored = storedManifest(pod);
  const recorded = recordedLaunch(name, pod.snapshot, override);
  const drift = pod.snapshot ? await sourceDrift(system, pod.snapshot) : [];
  const { origins, warnings, ...origin } = await resolveRecorded(
    location,
    pod,
    recorded,
    override,
    resolve,
  );
  return {
    pod,
    origin,
    stored,
    fresh: origin.manifest,
    changes: podChanges(stored, origin.manifest, origins),
    drift,
    warnings,
  };
}

async function resolveRecorded(
  { system }: StoreLocation,
  { snapshot }: StoredPod,
  recorded: RecordedLaunch,
  override: LaunchOverride,
  resolve: Resolve,
): Promise<
  & PodOrigin
  & Pick<ResolvedProfile, "warnings">
  & { readonly origins: Readonly<Record<string, Origin>> }
> {
  const { podName, workspace } = recorded;
  if (recorded.kind === "manifest") {
    const { path } = recorded;
    const { resolveManifestFile } = await import("./resolve_manifest_file.ts");
    const { manifest, warnings } = await resolveManifestFile({
      path,
      podName,
      system,
    });
    const launch = { manifest: path, workspace, pod_name: podName };
    return { manifest, warnings, launch, origins: {} };
  }
  const { resolveOrigin } = await import("./create_stored_pod.ts");
  let origins: Readonly<Record<string, Origin>> = {};
  const { kind: _, ...options } = recorded;
  const origin = await resolveOrigin(system, options, async (options) => {
    const resolved = await resolve(options);
    origins = resolved.origins;
    return resolved;
  });
  // The selector is recorded as it was typed when the Pod was created.
  const selector = override.selector === undefined
    ? snapshot?.launch?.selector
    : undefined;
  return {
    ...origin,
    launch: { ...origin.launch, ...selector !== undefined && { selector } },
    origins,
  };
}

/** What a Pod starts from: what it was created with, else what the runtime has. */
function storedManifest(
  { folder, snapshot, metadata }: StoredPod,
): PodManifest {
  const theirs = runtimeSnapshot(metadata);
  const manifest = snapshot?.manifest ?? (theirs && runtimeMeaning(theirs));
  if (manifest) return manifest;
  throw failure(
    "pod-not-adopted",
    `nobody stored a manifest for the Pod \`${folder.name}\`: there is nothing to compare`,
    {
      help: "a Pod that another Pod started has none: " +
        "`insomnia-profile inherit --from PARENT` makes one within its parent's scope",
    },
  );
}
