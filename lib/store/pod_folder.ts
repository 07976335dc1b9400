import { joinPath } from "../base/file_path.ts";

/** Where everything about one Pod is. */
export interface PodFolder {
  /** The Pod's name, which is the folder's. */
  readonly name: string;
  /** `<data_dir>/pods`. */
  readonly pods: string;
  /** `<data_dir>/pods/<name>`. */
  readonly path: string;
  /** What the Pod was created with: the truth, and this program's. */
  readonly snapshot: string;
  /** What the runtime knows of the Pod, shared with it. */
  readonly metadata: string;
  /** The manifest as the runtime reads it from a file; derived. */
  readonly launchToml: string;
  /** The manifest as a profile of the runtime's own; derived. */
  readonly launchLua: string;
  /** Held by whoever writes. */
  readonly lock: string;
  /** Earlier snapshots, by their digests. */
  readonly history: string;
}

/** Where stored Pods are. */
export function podsDirectory(dataDirectory: string): string {
  return joinPath(dataDirectory, "pods");
}

/**
 * The places of a Pod.
 *
 * @param dataDirectory absolute
 * @param name a valid Pod name, so that the folder is one below `pods`
 */
export function podFolder(dataDirectory: string, name: string): PodFolder {
  const pods = podsDirectory(dataDirectory);
  const path = joinPath(pods, name);
  return {
    name,
    pods,
    path,
    snapshot: `${path}/profile-snapshot.json`,
    metadata: `${path}/metadata.json`,
    launchToml: `${path}/launch.toml`,
    launchLua: `${path}/launch.lua`,
    lock: `${path}/.lock`,
    history: `${path}/history`,
  };
}
