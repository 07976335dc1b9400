import { baseName } from "../base/file_path.ts";
import { failure } from "../base/profile_error.ts";
import { lockKnownPod } from "./pod_lock.ts";
import type { PodSnapshot } from "./pod_snapshot.ts";
import { printJson } from "../base/print_json.ts";
import type { StoreLocation } from "./store_location.ts";
import { readStoredPod } from "./stored_pod.ts";
import { removeLeftovers, writePodFile } from "./write_pod_file.ts";

/**
 * Writes our file for a Pod that only the runtime knew. What is the runtime's
 * is not touched, so the Pod may live.
 *
 * @throws {ProfileError} `pod-exists` where we have one
 */
export async function adoptPod(
  location: StoreLocation,
  snapshot: PodSnapshot,
): Promise<void> {
  const { name } = snapshot.manifest.pod;
  const { folder } = await readStoredPod(location, name);
  using _ = await lockKnownPod(location.system, folder);
  const pod = await readStoredPod(location, name);
  if (pod.snapshot) {
    throw failure("pod-exists", `the Pod \`${name}\` needs no adopting`, {
      help:
        `\`insomnia-profile pod show ${name}\` shows what it was created with`,
    });
  }
  await removeLeftovers(location.system, folder);
  await writePodFile(
    location.system,
    folder.path,
    baseName(folder.snapshot),
    printJson(snapshot),
  );
}
