import type { Catalog } from "../catalog/catalog.ts";
import type { ProfileMetadata, ProfileSource } from "../schema/provenance.ts";
import type {
  ModelReferences,
  ModuleDigest,
} from "../schema/resolution_inputs.ts";
import { sha256Hex } from "../base/sha256.ts";
import { VERSION } from "../base/version.ts";
import { manifestDigest } from "./manifest_digest.ts";
import type { PodManifest } from "../schema/pod_manifest.ts";

/** What is known of a manifest's making that the manifest itself does not hold. */
export interface ProvenanceInputs {
  readonly source: ProfileSource;
  readonly profile: ProfileMetadata;
  /** What was evaluated, in the order of loading. */
  readonly modules: readonly ModuleDigest[];
  /** What the models were pinned from. */
  readonly models: ModelReferences;
  readonly catalog: Pick<Catalog, "origin" | "sha256">;
}

/**
 * The manifest with its `profile` section: where it came from and its digest.
 * Nothing in it depends on the clock or the host.
 *
 * @param manifest in its order; so is what is made of it
 * @param sum makes the digest
 */
export async function attachProvenance(
  manifest: PodManifest,
  { source, profile, modules, models, catalog }: ProvenanceInputs,
  sum: typeof sha256Hex = sha256Hex,
): Promise<PodManifest> {
  return {
    ...manifest,
    profile: {
      source,
      profile,
      inputs: {
        modules,
        models,
        catalog: { ...catalog.origin, sha256: catalog.sha256 },
        resolver: `insomnia-profile ${VERSION}`,
      },
      digest: await manifestDigest(manifest, sum),
    },
  };
}
