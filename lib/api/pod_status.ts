import type { ManifestChange } from "../manifest/compare/manifest_change.ts";
import type { PodManifest } from "../schema/pod_manifest.ts";
import {
  type Conversation,
  conversationOf,
  runtimeSnapshot,
} from "../store/pod_metadata.ts";
import type { PodSnapshot } from "../store/pod_snapshot.ts";
import { runtimeMeaning } from "../store/runtime_meaning.ts";
import { saysTheSame } from "../store/says_the_same.ts";
import type { StoreLocation } from "../store/store_location.ts";
import { readStoredPod } from "../store/stored_pod.ts";
import { isLiving } from "../store/living_pod.ts";
import { runtimeChanges } from "./launch_stored_pod.ts";

/** Everything that is known of a Pod. */
export interface PodStatus {
  /** The name of the Pod. */
  readonly name: string;
  /** Absolute path of its folder. */
  readonly folder: string;
  /** What it was created with; left out: only the runtime knows it. */
  readonly snapshot?: PodSnapshot;
  /** The manifest it starts from; left out: nobody stored one. */
  readonly manifest?: PodManifest;
  /** Whether it runs. */
  readonly living: boolean;
  /** How far the runtime got with it. */
  readonly conversation: Conversation;
  /**
   * What the runtime would restore it from.
   *
   * - `same`: what it was created with
   * - `missing`: nothing; `launch` puts it back
   * - `different`: something else; see `runtimeChanges`
   * - `unknown`: there is nothing to compare it with
   */
  readonly runtime: "same" | "missing" | "different" | "unknown";
  /** From the runtime's manifest to the one that the Pod was created with. */
  readonly runtimeChanges: readonly ManifestChange[];
}

/** Reads both files of a Pod and compares them. */
export async function podStatus(
  location: StoreLocation,
  name: string,
): Promise<PodStatus> {
  const { folder, snapshot, metadata } = await readStoredPod(location, name);
  const theirs = runtimeSnapshot(metadata);
  const manifest = snapshot?.manifest ?? (theirs && runtimeMeaning(theirs));
  const runtime = !snapshot
    ? "unknown"
    : !theirs
    ? "missing"
    : await saysTheSame(snapshot.manifest, theirs, location.system)
    ? "same"
    : "different";
  return {
    name,
    folder: folder.path,
    ...snapshot && { snapshot },
    ...manifest && { manifest },
    living: await isLiving(location, name),
    conversation: conversationOf(metadata),
    runtime,
    runtimeChanges: runtime === "different"
      ? runtimeChanges(snapshot!, theirs!)
      : [],
  };
}
