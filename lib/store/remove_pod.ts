import { failure } from "../base/profile_error.ts";
import { joinPath } from "../base/file_path.ts";
import { type System, SystemError } from "../system/system.ts";
import { lockKnownPod } from "./pod_lock.ts";
import { podFolder } from "./pod_folder.ts";
import { tryParse } from "./parse_store_json.ts";
import { ownField } from "../base/json.ts";
import type { StoreLocation } from "./store_location.ts";
import { storeAsked, storeAskedFor, storeRefusal } from "./store_refusal.ts";
import { requirePodFolder } from "./stored_pod.ts";
import { requireStopped } from "./living_pod.ts";
import { makePodFolder } from "./write_pod_file.ts";

/** In place of the first digits of a digest, for a Pod that has none. */
const NO_DIGEST = "0".repeat(12);

/**
 * Removes a Pod with its history. Its folder leaves the store in one step, so
 * a crash leaves the whole Pod or none.
 *
 * @throws {ProfileError} `pod-unknown`, `pod-living`
 */
export async function removePod(
  location: StoreLocation,
  name: string,
  force: boolean,
): Promise<void> {
  const { system, dataDirectory } = location;
  const trash = joinPath(dataDirectory, ".removed");
  const moved = await moveAway(
    location,
    name,
    "remove",
    force,
    trash,
    () => Promise.resolve(`${trash}/${crypto.randomUUID()}`),
  );
  try {
    await system.remove(moved, { recursive: true });
  } catch (error) {
    if (!(error instanceof SystemError)) throw error;
    // Another process may be emptying the folder at the same time.
    if (error.kind !== "not-found" && error.kind !== "not-empty") {
      throw storeRefusal("remove", error);
    }
  }
  await emptyTrash(system, trash);
}

/** Removes what killed processes left, and the folder around it. */
async function emptyTrash(system: System, trash: string): Promise<void> {
  try {
    for (const { name } of await system.readDirectory(trash)) {
      await system.remove(`${trash}/${name}`, { recursive: true });
    }
    await system.remove(trash);
  } catch (error) {
    // Another process is emptying it at the same time.
    if (!(error instanceof SystemError)) throw error;
  }
}

/**
 * Moves a Pod's folder to the archive.
 *
 * @returns where it is now
 * @throws {ProfileError} `pod-unknown`, `pod-living`
 */
export async function archivePod(
  location: StoreLocation,
  name: string,
  force: boolean,
): Promise<string> {
  const archive = joinPath(location.dataDirectory, "archive");
  return await moveAway(location, name, "archive", force, archive, async () => {
    const digest = await digestOf(location, name);
    const base = `${archive}/${name}-${digest}`;
    for (let number = 1;; number++) {
      const path = number === 1 ? base : `${base}-${number}`;
      const there = location.system.fileInfo(path, { followLinks: false });
      if (await storeAsked("read", there) === undefined) return path;
    }
  });
}

async function moveAway(
  location: StoreLocation,
  name: string,
  doing: string,
  force: boolean,
  above: string,
  choose: () => Promise<string>,
): Promise<string> {
  const { system, dataDirectory } = location;
  const folder = podFolder(dataDirectory, name);
  await requirePodFolder(location, folder);
  await requireStopped(location, name, doing, force);
  using lock = await lockKnownPod(system, folder);
  // Meanwhile one process may have moved the Pod away and another created a new
  // one.
  await requirePodFolder(location, folder);
  await requireStopped(location, name, doing, force);
  const target = await choose();
  // Windows does not rename a folder in which a file is open.
  if (system.os() === "windows") lock[Symbol.dispose]();
  do {
    await makePodFolder(system, above);
    // Repeats if another process removed the folder in between.
  } while (!await renamed(system, folder.path, target, doing));
  await storeAskedFor("write", system.sync(above));
  await storeAsked("write", system.sync(folder.pods));
  return target;
}

async function renamed(
  system: System,
  from: string,
  to: string,
  doing: string,
): Promise<boolean> {
  const rename = system.rename(from, to).then(() => true);
  if (await storeAskedFor(doing, rename)) return true;
  if (await storeAsked("read", system.stat(from)) !== undefined) return false;
  throw failure("pod-unknown", `\`${from}\` was removed by something else`);
}

/** The first digits of the digest of a Pod, whatever else may be wrong with its file. */
async function digestOf(
  { system, dataDirectory }: StoreLocation,
  name: string,
): Promise<string> {
  const { snapshot } = podFolder(dataDirectory, name);
  try {
    const value = tryParse(await system.readFile(snapshot));
    const [digits] = /[0-9a-f]{12}/.exec(String(ownField(value, "digest"))) ??
      [];
    if (digits) return digits;
  } catch (error) {
    if (!(error instanceof SystemError)) throw error;
  }
  // The Pod was never adopted or is damaged.
  return NO_DIGEST;
}
