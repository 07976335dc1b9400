import { ProfileError } from "../base/profile_error.ts";
import { validateLaunch } from "../manifest/launch_inputs.ts";
import type { PodManifest } from "../schema/pod_manifest.ts";
import { inheritManifest } from "../store/inherit_manifest.ts";
import { requireAdopted } from "../store/launch_pod.ts";
import type { StoreLocation } from "../store/store_location.ts";
import { readStoredPod } from "../store/stored_pod.ts";
import { delegatedScope as checkedScope } from "./delegated_scope.ts";
import type { InheritOptions } from "./pod_store.ts";

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
