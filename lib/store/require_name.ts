import { failure } from "../base/profile_error.ts";
import type { OperatingSystem } from "../system/system.ts";
import type { PodFolder } from "./pod_folder.ts";
import { podNames } from "./pod_names.ts";
import type { StoreLocation } from "./store_location.ts";
import { storeAsked } from "./store_refusal.ts";

/** Bytes of a socket's path, without the NUL at its end (`sun_path`). */
const MAX_SOCKET_PATH_BYTES: Readonly<Record<OperatingSystem, number>> = {
  linux: 107,
  macos: 103,
  other: 103,
  windows: 107,
};

/**
 * Refuses a name that the runtime would fail with after it had written over
 * what we store, and one that this disk takes for another Pod's.
 *
 * @throws {ProfileError} `pod-unstartable`, `pod-foreign`
 */
export async function requireName(
  location: StoreLocation,
  { name, path }: PodFolder,
): Promise<void> {
  const { system, runtimeDirectory } = location;
  const socket = `${runtimeDirectory}/${name}/sock`;
  const bytes = new TextEncoder().encode(socket).length;
  const most = MAX_SOCKET_PATH_BYTES[system.os()];
  if (bytes > most) {
    throw failure(
      "pod-unstartable",
      `the Pod \`${name}\` could not be started: its socket \`${socket}\` would ` +
        `have ${bytes} bytes, and at most ${most} are possible`,
      {
        help:
          "take a shorter name, or a shorter `INSOMNIA_RUNTIME_DIR`, with which the runtime has to be started, too",
      },
    );
  }
  if (await storeAsked("read", system.stat(path)) === undefined) return;
  const names = await podNames(location);
  if (names.includes(name)) return;
  const other = names.find((there) => folded(there) === folded(name));
  if (other === undefined) return;
  throw failure(
    "pod-foreign",
    `this disk does not tell \`${name}\` from the Pod \`${other}\`, which is there`,
    { help: `take another name, or use \`${other}\`` },
  );
}

/** As disks that fold names compare them: without case, in one normal form. */
function folded(name: string): string {
  return name.normalize("NFC").toLowerCase();
}
