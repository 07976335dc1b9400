import type { ProfileError } from "../base/profile_error.ts";
import type { PodManifest } from "../schema/pod_manifest.ts";
import {
  type PrintToml,
  scopeFolders,
  writeLaunchFiles,
} from "./launch_files.ts";
import { type LaunchPlan, planLaunch } from "./launch_plan.ts";
import { lockKnownPod } from "./pod_lock.ts";
import {
  conversationOf,
  runtimeSnapshot,
  withManifest,
} from "./pod_metadata.ts";
import type { PodSnapshot } from "./pod_snapshot.ts";
import { replaceMetadata } from "./replace_metadata.ts";
import { saysTheSame } from "./says_the_same.ts";
import type { StoreLocation } from "./store_location.ts";
import { readStoredPod, requireAdopted } from "./stored_pod.ts";
import { isLiving, requireStopped } from "./living_pod.ts";
import { removeLeftovers } from "./write_pod_file.ts";

/** How a Pod is launched. */
export interface LaunchOptions {
  readonly printToml: PrintToml;
  /** Replace the runtime's snapshot with ours, even if it differs. */
  readonly replace: boolean;
  /** Ignore the folder that a killed process left. */
  readonly force: boolean;
}

/** What the runtime would restore a Pod from, against what it was created with. */
export type Settlement =
  /** It says the same. */
  | "settled"
  /** It was missing, or was to be replaced, and says the same now. */
  | "put back";

/** A launch that was prepared. */
export interface PreparedLaunch extends LaunchPlan {
  /** What the runtime would restore it from. */
  readonly settlement: Settlement;
  /** What it starts from. */
  readonly manifest: PodManifest;
  /** The Pod runs already: the runtime refuses to start it twice. */
  readonly living: boolean;
}

/**
 * Makes a Pod ready to be started: its launch files written anew, our snapshot
 * where the runtime's is missing.
 *
 * @param differs called where the runtime's snapshot says something else than
 * ours, and nobody said to replace it; what it returns is thrown
 * @throws {ProfileError} `pod-unknown`, `pod-not-adopted`, `pod-living`,
 * `pod-unstartable`, and what reading and writing may say
 */
export async function launchPod(
  location: StoreLocation,
  name: string,
  options: LaunchOptions,
  differs: (
    ours: PodSnapshot,
    theirs: Readonly<Record<string, unknown>>,
  ) => ProfileError,
): Promise<PreparedLaunch> {
  const { system } = location;
  const before = await readStoredPod(location, name);
  requireAdopted(before);
  using _ = await lockKnownPod(system, before.folder);
  // Read again, because it can change until the lock is held.
  const pod = await readStoredPod(location, name);
  const snapshot = requireAdopted(pod);
  const { folder, metadata } = pod;
  await removeLeftovers(system, folder);

  const theirs = runtimeSnapshot(metadata);
  const isSettled = theirs !== undefined &&
    await saysTheSame(snapshot.manifest, theirs, system);
  if (!isSettled) {
    if (theirs && !options.replace) throw differs(snapshot, theirs);
    await requireStopped(location, name, "settle", options.force);
    await replaceMetadata(
      system,
      folder,
      (metadata) => withManifest(metadata, folder, snapshot.manifest),
    );
  }
  const { manifest, launch } = snapshot;
  const folders = await scopeFolders(system, manifest);
  const notCarried = await writeLaunchFiles(
    system,
    folder,
    manifest,
    folders,
    options.printToml,
  );
  const plan = planLaunch({
    folder,
    manifest,
    conversation: conversationOf(metadata),
    folders,
    ...launch && { workspace: launch.workspace },
    ...notCarried && { notCarried },
  });
  return {
    ...plan,
    manifest,
    settlement: isSettled ? "settled" : "put back",
    living: await isLiving(location, name),
  };
}
