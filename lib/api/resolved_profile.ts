import type { Diagnostic } from "../base/diagnostic.ts";
import type { Origin, OriginInputs } from "../manifest/origin.ts";
import { originsOf } from "../manifest/origins.ts";
import type { PodManifest } from "../schema/pod_manifest.ts";
import type { ProfileMetadata, ProfileSource } from "../schema/provenance.ts";
import type { ModelReferences } from "../schema/resolution_inputs.ts";
import type { OriginPlace } from "./origin_places.ts";
import type { SnapshotSource } from "../store/pod_snapshot.ts";

/** A manifest, where it came from, and what there is to say about it. */
export interface ResolvedProfile {
  /** Complete, validated, in the order of the manifest's documentation. */
  readonly manifest: PodManifest;
  /** `sha256:` and the digest of the manifest without its `profile` section. */
  readonly digest: string;
  /** Which profile was chosen, and where it was found. */
  readonly source: ProfileSource;
  /** What the profile says about itself. */
  readonly profile: ProfileMetadata;
  /** The files that were evaluated, in the order of loading. */
  readonly sources: readonly SnapshotSource[];
  /**
   * The reference that each pinned model came from, by the path of its section
   * (`model`, `compaction.model`). Models that were described without one are
   * not there.
   */
  readonly models: ModelReferences;
  /** Warnings and notes; what the profile printed is among the notes. */
  readonly warnings: readonly Diagnostic[];
  /**
   * Where each value came from, by field path (`compaction.threshold`,
   * `scope.allow[0].target`). Computed on first access.
   */
  readonly origins: Readonly<Record<string, Origin>>;
  /**
   * Source positions of the fields that `origins` names, by their path in the
   * profile. Present only with the option `locate` of `finishProfile`.
   */
  readonly places?: Readonly<Record<string, OriginPlace>>;
}

/** Adds where each value came from, which is made when it is first asked for. */
export function withOrigins(
  resolved: Omit<ResolvedProfile, "origins">,
  inputs: OriginInputs,
): ResolvedProfile {
  let origins: Readonly<Record<string, Origin>> | undefined;
  return {
    ...resolved,
    get origins() {
      return origins ??= Object.fromEntries(
        originsOf(resolved.manifest, inputs),
      );
    },
  };
}
