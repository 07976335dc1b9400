import { failure, type ProfileError } from "../base/profile_error.ts";
import { lockPod } from "./pod_lock.ts";
import { type PodFolder, podFolder } from "./pod_folder.ts";
import { withManifest } from "./pod_metadata.ts";
import type { PodSnapshot } from "./pod_snapshot.ts";
import { printJson } from "../base/print_json.ts";
import { replaceMetadata } from "./replace_metadata.ts";
import { requireName } from "./require_name.ts";
import type { StoreLocation } from "./store_location.ts";
import { storeAsked } from "./store_refusal.ts";
import { findStoredPod } from "./stored_pod.ts";
import { requireStopped } from "./living_pod.ts";
import {
  makePodFolder,
  removeLeftovers,
  removeTemporary,
  writePodFile,
} from "./write_pod_file.ts";

/**
 * Stores a new Pod: what it was created with, then what the runtime finds. A
 * `metadata.json` without a conversation is a guard, too: without it the
 * runtime would start its default profile under this name.
 *
 * @throws {ProfileError} `pod-exists`, and what {@linkcode requireName} says;
 * nothing is left behind then
 */
export async function createPod(
  location: StoreLocation,
  snapshot: PodSnapshot,
): Promise<void> {
  const { system, dataDirectory } = location;
  const { name } = snapshot.manifest.pod;
  const folder = podFolder(dataDirectory, name);
  await requireName(location, folder);
  if (await findStoredPod(location, name)) throw exists(folder);
  await requireStopped(location, name, "create", false);
  using _ = await makeAndLock(location, folder);
  // Another process may have created it while this one waited for the lock.
  if (await findStoredPod(location, name)) throw exists(folder);
  await removeLeftovers(system, folder);
  try {
    await writePodFile(
      system,
      folder.path,
      "profile-snapshot.json",
      printJson(snapshot),
    );
    await replaceMetadata(
      system,
      folder,
      (metadata) => withManifest(metadata, folder, snapshot.manifest),
    );
    await storeAsked("write", system.sync(folder.pods));
  } catch (error) {
    await takeBack(location, folder);
    throw error;
  }
}

async function makeAndLock(
  { system }: StoreLocation,
  folder: PodFolder,
): Promise<Disposable> {
  for (;;) {
    await makePodFolder(system, folder.path);
    const lock = await lockPod(system, folder);
    // No lock: the folder was removed between the two calls.
    if (lock) return lock;
  }
}

/** Removes a Pod that could not be stored whole. */
async function takeBack(
  { system }: StoreLocation,
  folder: PodFolder,
): Promise<void> {
  // Our own file goes last: as long as it is there, the rest can be repaired.
  for (const file of [folder.metadata, folder.snapshot, folder.lock]) {
    await removeTemporary(system, file);
  }
  // Without `recursive`, only an empty folder is removed.
  await removeTemporary(system, folder.path);
}

function exists({ name }: PodFolder): ProfileError {
  return failure("pod-exists", `there is a Pod \`${name}\` already`, {
    help:
      `\`insomnia-profile pod resume ${name}\` prints what it was created with, ` +
      `\`pod reresolve ${name}\` resolves it anew; nothing was changed`,
  });
}
