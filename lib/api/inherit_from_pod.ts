import { ProfileError } from "../base/profile_error.ts";
import { validateLaunch } from "../manifest/launch_inputs.ts";
import type { PodManifest } from "../schema/pod_manifest.ts";
import type { ScopeRule } from "../schema/scope.ts";
import { inheritManifest } from "../store/inherit_manifest.ts";
import { requireAdopted } from "../store/stored_pod.ts";
import type { StoreLocation } from "../store/store_location.ts";
import { readStoredPod } from "../store/stored_pod.ts";
import { delegatedScope as checkedScope } from "./delegated_scope.ts";

/** What a child Pod is made from. */
export interface InheritOptions {
  /** The name of the parent. */
  readonly from: string;
  /** The name of the child. */
  readonly podName: string;
  /** Its scope, within the parent's; at least one rule. */
  readonly delegatedScope: readonly ScopeRule[];
}

/** A child's manifest from the stored manifest of another Pod. */
export async function inheritFromPod(
  location: StoreLocation,
  { from, podName, delegatedScope }: InheritOptions,
): Promise<PodManifest> {
  const problems = validateLaunch({
    podName,
    workspaceBase: location.dataDirectory,
    delegatedScope,
  });
  if (problems.length > 0) throw new ProfileError(problems);
  const parent = requireAdopted(await readStoredPod(location, from));
  return await inheritManifest(location.system, parent.manifest, {
    podName,
    delegatedScope: await checkedScope(location.system, delegatedScope),
  });
}
