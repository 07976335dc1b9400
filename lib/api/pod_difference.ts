import type { Diagnostic } from "../base/diagnostic.ts";
import { compareManifests } from "../manifest/compare/compare_manifests.ts";
import type { ManifestChange } from "../manifest/compare/manifest_change.ts";
import type { Origin } from "../manifest/origin.ts";
import { originAt } from "../manifest/origin_at.ts";
import type { PodManifest } from "../schema/pod_manifest.ts";
import type { SourceDrift } from "../store/source_drift.ts";

/** A change of a Pod, with where its new value comes from. */
export interface PodChange extends ManifestChange {
  /** Of the new value; left out: it has none, or nobody knows. */
  readonly origin?: Origin;
}

/** What a Pod was created with, against what it would be created with now. */
export interface PodDifference {
  /** What the Pod was created with. */
  readonly stored: PodManifest;
  /** What it would be created with now. */
  readonly fresh: PodManifest;
  /** Empty: both mean the same. */
  readonly changes: readonly PodChange[];
  /** The source files that changed. */
  readonly drift: readonly SourceDrift[];
  /** Diagnostics of the new manifest. */
  readonly warnings: readonly Diagnostic[];
}

/** The changes between two manifests of a Pod with the origins of the second. */
export function podChanges(
  stored: PodManifest,
  fresh: PodManifest,
  origins: Readonly<Record<string, Origin>>,
): readonly PodChange[] {
  return compareManifests(stored, fresh).map((change) => {
    const origin = change.after === undefined
      ? undefined
      : originAt(change.path, origins)?.origin;
    return { ...change, ...origin && { origin } };
  });
}
