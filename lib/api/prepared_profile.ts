import type { Diagnostic } from "../base/diagnostic.ts";
import type { JsonValue } from "../base/json.ts";
import type { Catalog } from "../catalog/catalog.ts";
import type { EvaluateOptions, Run } from "../lua/evaluation.ts";
import type { Launch } from "../manifest/launch_inputs.ts";
import type { PodManifest } from "../schema/pod_manifest.ts";
import type { Profile } from "../profile/profile.ts";
import type { ProfileOrigin } from "../profile/profile_metadata.ts";
import type { ProfileRegistry } from "../registry/profile_registry.ts";
import type { ResolveOptions } from "./resolve_options.ts";
import type { ProfileMetadata, ProfileSource } from "../schema/provenance.ts";
import type { ProfileDocument } from "../source/load_document.ts";

/** A profile with everything its resolution needs, read and not yet run. */
export interface PreparedProfile {
  readonly launch: Launch;
  readonly source: ProfileSource;
  readonly origin: ProfileOrigin;
  readonly document: ProfileDocument;
  readonly catalog: Catalog;
  /** Whether it came with the project, which somebody else may have written. */
  readonly fromProject: boolean;
  readonly strict: boolean;
  readonly evaluation: EvaluateOptions;
  readonly run?: Run;
}

/** A manifest and what is known of its making. */
export interface FinishedProfile {
  readonly manifest: PodManifest;
  /** `sha256:` and the digest of the manifest without its `profile` section. */
  readonly digest: string;
  readonly source: ProfileSource;
  readonly profile: ProfileMetadata;
  /** Warnings, and what the profile printed as notes. */
  readonly warnings: readonly Diagnostic[];
  /** What the manifest was made from, for those who explain it. */
  readonly inputs: {
    readonly prepared: PreparedProfile;
    readonly raw: JsonValue;
    readonly profile: Profile;
  };
}

/** What a resolution is given by a program that resolves many profiles at once. */
export interface PrepareOptions extends ResolveOptions {
  /** Default: discovered from the workspace. */
  readonly registry?: ProfileRegistry;
}
