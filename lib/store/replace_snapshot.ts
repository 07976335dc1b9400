import { baseName } from "../base/file_path.ts";
import { failure } from "../base/profile_error.ts";
import { lockKnownPod } from "./pod_lock.ts";
import { withManifest } from "./pod_metadata.ts";
import { digestName, type PodSnapshot } from "./pod_snapshot.ts";
import { printJson } from "../base/print_json.ts";
import { replaceMetadata } from "./replace_metadata.ts";
import type { StoreLocation } from "./store_location.ts";
import { storeAsked } from "./store_refusal.ts";
import { readStoredPod } from "./stored_pod.ts";
import { requireStopped } from "./living_pod.ts";
import {
  makePodFolder,
  removeLeftovers,
  writePodFile,
} from "./write_pod_file.ts";

/**
 * Puts another snapshot in place of the one a Pod has, which is kept in its
 * history.
 *
 * @param before what the person saw and agreed to replace; `undefined` for a
 * Pod that only the runtime knew
 * @throws {ProfileError} `pod-living`; `store-locked` where somebody else
 * replaced it meanwhile; nothing is changed then
 */
export async function replaceSnapshot(
  location: StoreLocation,
  before: PodSnapshot | undefined,
  after: PodSnapshot,
  force: boolean,
): Promise<void> {
  const { system } = location;
  const { name } = after.manifest.pod;
  const { folder } = await readStoredPod(location, name);
  await requireStopped(location, name, "re-resolve", force);
  using _ = await lockKnownPod(system, folder);
  const pod = await readStoredPod(location, name);
  const text = pod.snapshot && printJson(pod.snapshot);
  if (text !== (before && printJson(before))) {
    throw failure(
      "store-locked",
      `the Pod \`${name}\` was changed by another process meanwhile`,
      { help: "look at the difference again; nothing was changed" },
    );
  }
  await removeLeftovers(system, folder);
  if (pod.snapshot && text) {
    await makePodFolder(system, folder.history);
    await keepInHistory(location, folder.history, pod.snapshot, text);
  }
  const write = (snapshot: string) =>
    writePodFile(system, folder.path, baseName(folder.snapshot), snapshot);
  await write(printJson(after));
  try {
    await replaceMetadata(
      system,
      folder,
      (metadata) => withManifest(metadata, folder, after.manifest),
    );
  } catch (error) {
    // Both files belong together. If this fails too, the next command reports
    // that the runtime's file is behind.
    if (text) await write(text).catch(() => {});
    throw error;
  }
}

/** Under its digest, with a number if that name is taken by another text. */
async function keepInHistory(
  { system }: StoreLocation,
  history: string,
  snapshot: PodSnapshot,
  text: string,
): Promise<void> {
  for (let number = 1;; number++) {
    const suffix = number === 1 ? "" : `-${number}`;
    const name = `${digestName(snapshot)}${suffix}.json`;
    const path = `${history}/${name}`;
    if (await storeAsked("read", system.stat(path)) === undefined) {
      return await writePodFile(system, history, name, text);
    }
    const there = await storeAsked("read", system.readFile(path));
    if (new TextDecoder().decode(there) === text) return;
  }
}
