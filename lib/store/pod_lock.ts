import { failure, type ProfileError } from "../base/profile_error.ts";
import { type System, SystemError } from "../system/system.ts";
import type { PodFolder } from "./pod_folder.ts";
import { storeRefusal } from "./store_refusal.ts";

/** Longer than any write takes; somebody is waiting at a terminal. */
const LOCK_WAIT_MS = 5_000;
const LOCK_RETRY_MS = 10;

/**
 * Takes the lock of a Pod, waiting a while for whoever has it. It is the
 * operating system's, so a process that died holds none.
 *
 * @returns the lock; `undefined` when the folder is not, or no longer, there
 * @throws {ProfileError} `store-locked`, `store-unlockable`
 */
export async function lockPod(
  system: System,
  folder: PodFolder,
): Promise<Disposable | undefined> {
  for (let waited = 0; waited <= LOCK_WAIT_MS; waited += LOCK_RETRY_MS) {
    try {
      const lock = await system.lock(folder.lock);
      if (lock) return lock;
    } catch (error) {
      if (!(error instanceof SystemError)) throw error;
      if (error.kind === "not-found") return undefined;
      throw error.kind === "unsupported"
        ? unlockable(folder)
        : storeRefusal("lock", error);
    }
    await system.wait(LOCK_RETRY_MS);
  }
  throw failure(
    "store-locked",
    `the Pod \`${folder.name}\` is locked: another process has been writing it for ${
      LOCK_WAIT_MS / 1000
    } seconds`,
    { help: "try again when it is done; nothing was changed" },
  );
}

/**
 * The same for a Pod that was there.
 *
 * @throws {ProfileError} also `pod-unknown`
 */
export async function lockKnownPod(
  system: System,
  folder: PodFolder,
): Promise<Disposable> {
  const lock = await lockPod(system, folder);
  if (lock) return lock;
  throw failure("pod-unknown", `the Pod \`${folder.name}\` was removed`);
}

function unlockable(folder: PodFolder): ProfileError {
  return failure(
    "store-unlockable",
    `cannot lock \`${folder.lock}\`: the file system, or the runtime of this program, knows no locks, and ` +
      "without one two processes could mix their writes",
    {
      help:
        "put the store on a file system that does: `INSOMNIA_DATA_DIR` says where",
    },
  );
}
