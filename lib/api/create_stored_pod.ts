import type { Diagnostic } from "../base/diagnostic.ts";
import { createPod } from "../store/create_pod.ts";
import type { PodSnapshot } from "../store/pod_snapshot.ts";
import type { StoreLocation } from "../store/store_location.ts";
import { formatSelector } from "../selector/format_selector.ts";
import type { System } from "../system/system.ts";
import { unlessRefused } from "../system/unless_refused.ts";
import { launchStoredPod, type PodLaunch } from "./launch_stored_pod.ts";
import { type PodOrigin, snapshotFrom } from "./pod_origin.ts";
import type { ResolveOptions } from "./resolve_options.ts";
import type { ResolvedProfile } from "./resolved_profile.ts";

/** What a new Pod is made from. */
export interface CreatePodOptions
  extends Omit<ResolveOptions, "system" | "wall"> {
  /** The selector as somebody typed it, to be shown. Default: `selector`. */
  readonly typed?: string;
  /** Absolute path of a manifest file, in place of a profile. */
  readonly manifest?: string;
}

/** A Pod that was stored. */
export interface CreatedPod {
  /** What was written. */
  readonly snapshot: PodSnapshot;
  /** How it is started. */
  readonly launch: PodLaunch;
  /** Warnings; and as notes, what the profile printed. */
  readonly warnings: readonly Diagnostic[];
}

/** Resolves a profile, as the caller does it. */
export type Resolve = (options: ResolveOptions) => Promise<ResolvedProfile>;

/** Resolves, stores, and says how the new Pod is started. */
export async function createStoredPod(
  location: StoreLocation,
  options: CreatePodOptions,
  resolve: Resolve,
): Promise<CreatedPod> {
  const { system } = location;
  const { warnings, ...origin } = await resolveOrigin(
    system,
    options,
    resolve,
  );
  const snapshot = await snapshotFrom(system, origin);
  await createPod(location, snapshot);
  const launch = await launchStoredPod(location, options.podName);
  return { snapshot, launch, warnings };
}

/** A manifest for a Pod, with what there is to say about it. */
export async function resolveOrigin(
  system: System,
  options: CreatePodOptions,
  resolve: Resolve,
): Promise<PodOrigin & Pick<ResolvedProfile, "warnings">> {
  const { selector = "default", podName, delegatedScope, manifest } = options;
  const { trustedOrigins } = options;
  // The real path is stored, because the runtime uses that.
  const named = options.workspace ?? system.cwd();
  // If there is no such directory, resolving reports it.
  const workspace = await unlessRefused(() => system.realPath(named), named);
  const launch = {
    workspace,
    ...delegatedScope && { delegated_scope: delegatedScope },
    ...trustedOrigins && { trusted_origins: trustedOrigins },
    pod_name: podName,
  };
  if (manifest !== undefined) {
    const { resolveManifestFile } = await import("./resolve_manifest_file.ts");
    const { strict, catalog } = options;
    const resolved = await resolveManifestFile({
      path: manifest,
      podName,
      system,
      ...strict !== undefined && { strict },
      ...catalog && { catalog },
    });
    return { ...resolved, launch: { manifest, ...launch } };
  }
  const { typed, ...rest } = options;
  const { origins: _, ...resolved } = await resolve({ ...rest, workspace });
  const text = typed ??
    (typeof selector === "string" ? selector : formatSelector(selector));
  return { ...resolved, launch: { selector: text, ...launch } };
}
