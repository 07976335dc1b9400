import type { PodFolder } from "./pod_folder.ts";
import { statPodFolder } from "./read_pod_file.ts";
import type { StoreLocation } from "./store_location.ts";
import { storeAsked } from "./store_refusal.ts";
import { unknownPod } from "./stored_pod.ts";

/**
 * Refuses what is no Pod's folder. What is in its files does not matter: a
 * damaged Pod can be moved away and removed.
 *
 * @throws {ProfileError} `pod-unknown`, `pod-foreign`
 */
export async function requirePodFolder(
  location: StoreLocation,
  folder: PodFolder,
): Promise<void> {
  const { system } = location;
  if (await statPodFolder(system, folder)) {
    for (const file of [folder.snapshot, folder.metadata]) {
      const info = system.fileInfo(file, { followLinks: false });
      if (await storeAsked("read", info)) return;
    }
  }
  throw await unknownPod(location, folder.name);
}
