import { failure, type ProfileError } from "../base/profile_error.ts";
import { suggest } from "../base/suggest.ts";
import { type PodFolder, podFolder } from "./pod_folder.ts";
import { misshapenField, type PodMetadata } from "./pod_metadata.ts";
import { parseSnapshot, type PodSnapshot } from "./pod_snapshot.ts";
import { podNames } from "./pod_names.ts";
import { readPodFile, statPodFolder } from "./read_pod_file.ts";
import { readMetadata } from "./replace_metadata.ts";
import type { StoreLocation } from "./store_location.ts";
import { storeAsked } from "./store_refusal.ts";

/** What is stored of a Pod: at least one of the two files. */
export interface StoredPod {
  readonly folder: PodFolder;
  /** What it was created with; left out: only the runtime knows the Pod. */
  readonly snapshot?: PodSnapshot;
  /** What the runtime knows; left out: it was never written, or is gone. */
  readonly metadata?: PodMetadata;
}

/**
 * Reads a Pod.
 *
 * @param name a valid Pod name
 * @throws {ProfileError} `pod-unknown`, `pod-damaged`, `pod-foreign`,
 * `store-inaccessible`
 */
export async function readStoredPod(
  location: StoreLocation,
  name: string,
): Promise<StoredPod> {
  const pod = await findStoredPod(location, name);
  if (pod) return pod;
  throw await unknownPod(location, name);
}

/** That there is no such Pod, and which may have been meant. */
export async function unknownPod(
  location: StoreLocation,
  name: string,
): Promise<ProfileError> {
  const close = suggest(name, await podNames(location));
  return failure(
    "pod-unknown",
    `there is no Pod \`${name}\` in \`${location.dataDirectory}\``,
    {
      help: close
        ? `did you mean \`${close}\`?`
        : "`insomnia-profile pod list` shows those there are",
    },
  );
}

/** The same; nothing where there is no such Pod. */
export async function findStoredPod(
  { system, dataDirectory }: StoreLocation,
  name: string,
): Promise<StoredPod | undefined> {
  const folder = podFolder(dataDirectory, name);
  const there = await statPodFolder(system, folder);
  if (!there) return undefined;
  const bytes = await readPodFile(system, folder.snapshot, there.owner);
  const snapshot = bytes && await parseSnapshot(bytes, folder.snapshot, name);
  const metadata = await readMetadata(system, folder);
  if (!snapshot && !metadata) return undefined;
  const field = misshapenField(metadata);
  if (field !== undefined) throw misshapen(folder, field);
  return { folder, ...snapshot && { snapshot }, ...metadata && { metadata } };
}

/** What a Pod may do is compared: nobody can say it of what has no meaning. */
function misshapen({ metadata }: PodFolder, field: string): ProfileError {
  return failure(
    "pod-damaged",
    `\`${metadata}\` is damaged: its \`resolved_manifest_snapshot\` has no manifest's \`${field}\``,
    { help: "restore it from a backup, or move the Pod's folder away" },
  );
}

/** Whether the runtime runs a Pod: its folder is there while it does. */
export async function isLiving(
  { system, runtimeDirectory }: StoreLocation,
  name: string,
): Promise<boolean> {
  const path = `${runtimeDirectory}/${name}`;
  return await storeAsked("read", system.stat(path)) !== undefined;
}

/** For what touches a Pod that may run. */
export interface ForceOptions {
  /**
   * Treat the Pod as stopped although its folder in the runtime directory is
   * still there, as after a killed process. Default `false`.
   */
  readonly force?: boolean;
}

/**
 * Refuses to touch a Pod that lives: the runtime would write over what is
 * written.
 *
 * @param force the folder is known to be left by a process that was killed
 * @throws {ProfileError} `pod-living`
 */
export async function requireStopped(
  location: StoreLocation,
  name: string,
  doing: string,
  force: boolean,
): Promise<void> {
  if (force || !await isLiving(location, name)) return;
  throw failure(
    "pod-living",
    `cannot ${doing} the Pod \`${name}\`: it is running`,
    {
      help: "stop it first; if it is not, a killed process left " +
        `\`${location.runtimeDirectory}/${name}\`, and \`--force\` passes over it`,
    },
  );
}
