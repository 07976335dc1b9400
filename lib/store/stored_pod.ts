import { failure, type ProfileError } from "../base/profile_error.ts";
import { suggest } from "../base/suggest.ts";
import { type PodFolder, podFolder } from "./pod_folder.ts";
import {
  misshapenField,
  type PodMetadata,
  runtimeSnapshot,
} from "./pod_metadata.ts";
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
        : "`insomnia-profile pod list` lists the Pods",
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

/** What a Pod may do is compared, which needs a valid manifest. */
function misshapen({ metadata }: PodFolder, field: string): ProfileError {
  return failure(
    "pod-damaged",
    `\`${metadata}\` is damaged: its \`resolved_manifest_snapshot\` has no manifest's \`${field}\``,
    { help: "restore it from a backup, or move the Pod's folder away" },
  );
}

/**
 * What a Pod was created with.
 *
 * @throws {ProfileError} `pod-not-adopted` where only the runtime knows it
 */
export function requireAdopted(
  { folder, snapshot, metadata }: StoredPod,
): PodSnapshot {
  if (snapshot) return snapshot;
  const { name } = folder;
  throw runtimeSnapshot(metadata)
    ? failure(
      "pod-not-adopted",
      `the Pod \`${name}\` was not created by this program: only the runtime knows it`,
      {
        help:
          `\`insomnia-profile pod adopt ${name}\` takes over what the runtime starts it with`,
      },
    )
    : failure(
      "pod-not-adopted",
      `the runtime keeps no manifest for the Pod \`${name}\`, and this program did not create it`,
      {
        help: "a Pod that another Pod started has none: " +
          "`insomnia-profile inherit --from PARENT` makes one within its parent's scope",
      },
    );
}

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
