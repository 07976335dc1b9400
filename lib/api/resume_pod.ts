import { printJson } from "../base/print_json.ts";
import type { PodManifest } from "../schema/pod_manifest.ts";
import { requireAdopted } from "../store/stored_pod.ts";
import { runtimeSnapshot } from "../store/pod_metadata.ts";
import { saysTheSame } from "../store/says_the_same.ts";
import { type SourceDrift, sourceDrift } from "../store/source_drift.ts";
import type { StoreLocation } from "../store/store_location.ts";
import { readStoredPod } from "../store/stored_pod.ts";

/** What is looked at beside the stored manifest. */
export interface ResumeOptions {
  /** Read the files that the Pod was made from, too. Default `false`. */
  readonly drift?: boolean;
}

/** What a Pod was created with. */
export interface ResumedPod {
  /** As it was stored. */
  readonly manifest: PodManifest;
  /** The manifest as JSON, as it stands in the Pod's file. */
  readonly text: string;
  /**
   * What the runtime would restore it from: the same, nothing, or something
   * else.
   */
  readonly runtime: "same" | "missing" | "different";
  /** Files that are not as they were, where that was asked for. */
  readonly drift: readonly SourceDrift[];
}

/** The stored manifest of a Pod. Nothing is resolved, and no schema is needed. */
export async function resumePod(
  location: StoreLocation,
  name: string,
  { drift = false }: ResumeOptions,
): Promise<ResumedPod> {
  const pod = await readStoredPod(location, name);
  const snapshot = requireAdopted(pod);
  const { manifest } = snapshot;
  const theirs = runtimeSnapshot(pod.metadata);
  return {
    manifest,
    text: printJson(manifest),
    // Without `drift` no links are followed, because that would look outside
    // the Pod's folder.
    runtime: !theirs
      ? "missing"
      : await saysTheSame(manifest, theirs, drift ? location.system : undefined)
      ? "same"
      : "different",
    drift: drift ? await sourceDrift(location.system, snapshot) : [],
  };
}
